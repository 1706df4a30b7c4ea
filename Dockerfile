# The version of pnpm stands in package.json alone; node reads it from there.
FROM node:24-slim AS build
WORKDIR /src
ENV CI=true TURBO_TELEMETRY_DISABLED=1 PATH=/src/node_modules/.bin:$PATH

# Dependencies change seldom: fetched from the lockfile alone, they stay in a layer that source changes leave standing.
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
RUN npx --yes "$(node -p "require('./package.json').packageManager")" fetch

COPY . .
RUN npx --yes "$(node -p "require('./package.json').packageManager")" install --frozen-lockfile --offline
RUN turbo run build --filter=@webfaulon/api... --filter=@webfaulon/web...
# What the server needs at run time and nothing else, in a folder that stands by itself. Only with workspace packages
# injected does pnpm keep to the versions of the lockfile here.
RUN pnpm --filter=@webfaulon/api --config.inject-workspace-packages=true deploy --prod --offline /deployed

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 BASE_PATH=/ PAGE_DIRECTORY=page DATA_DIR=/data
# A new volume takes its owner from here.
RUN install --directory --owner=node --group=node /data
WORKDIR /app
COPY --from=build --chown=node:node /deployed ./
COPY --from=build --chown=node:node /src/apps/web/dist ./page
USER node
EXPOSE 3000
# Whether the event loop answers. A server that is busy is not ready, and yet not to be restarted.
HEALTHCHECK --interval=10s --timeout=3s --start-period=15s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}${path.posix.join('/', process.env.BASE_PATH, 'livez')}`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# No shell and no npm in between: a signal reaches the server itself.
CMD ["node", "dist/main.js"]
