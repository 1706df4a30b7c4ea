import { randomUUID } from 'node:crypto';
import compression from 'compression';
import cors from 'cors';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import helmet, { type HelmetOptions } from 'helmet';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { checkAccess, requireHost } from './access/check-access.ts';
import { identifyClients } from './clients/client-of.ts';
import { limitRequestRate } from './clients/request-rate.ts';
import { createRequestSummary } from './connections/log-summary.ts';
import { ApiProblem } from './errors/api-problem.ts';
import { problemHandler } from './errors/problem-handler.ts';
import { shuttingDown } from './errors/shutting-down.ts';
import { joinClass, openClass, reportToClass, showBoard } from './routes/classes.ts';
import { components } from './routes/components.ts';
import { configure } from './routes/configure.ts';
import { pause, remove, reset, setPace, start, step } from './routes/control.ts';
import { documentation } from './routes/documentation.ts';
import { history } from './routes/history.ts';
import { isomers } from './routes/isomers.ts';
import { jsonBody } from './routes/json-body.ts';
import { metrics } from './routes/metrics.ts';
import { page } from './routes/page.ts';
import { health, livez, openApi, readyz } from './routes/service.ts';
import type { Services } from './routes/services.ts';
import { status } from './routes/status.ts';
import { explainStep } from './routes/steps.ts';
import { stream } from './routes/stream.ts';

/** Answered under any name, and as often as they come: who asks is a supervisor. */
const PROBES: readonly string[] = ['/health', '/livez', '/readyz'];
/** Its pieces are small, and each has to go out at once. */
const STREAM_PATH = '/api/sa/:id/stream';
const REQUEST_ID = /^[\w.-]{1,64}$/;

/**
 * Helmet's headers but for those that say "only over TLS": the server itself speaks plain HTTP, on a classroom's network
 * too, and TLS is the reverse proxy's business.
 */
const SECURITY_HEADERS: HelmetOptions = {
  contentSecurityPolicy: {
    directives: { upgradeInsecureRequests: null, fontSrc: ["'self'"], styleSrc: ["'self'"] },
  },
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  strictTransportSecurity: false,
};

/** The HTTP interface over the services. Listens nowhere. */
export function createApp(services: Services, logger: Logger): Express {
  const { configuration, clientCookies } = services;
  const { allowedOrigins, trustProxy, basePath, pageDirectory } = configuration;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', trustProxy);
  // Only texts: no ?a[b]=c that becomes an object.
  app.set('query parser', 'simple');
  app.use(
    pinoHttp({
      logger,
      genReqId: requestId,
      serializers: { req: createRequestSummary(), res: responseSummary },
      quietReqLogger: true,
    }),
  );
  app.use(helmet(SECURITY_HEADERS));
  // First of all that can answer, so that a page can read errors too.
  app.use(
    cors({
      origin: allowedOrigins.includes('*') ? '*' : [...allowedOrigins],
      methods: ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'],
      allowedHeaders: ['Content-Type', 'Last-Event-ID', 'X-Request-Id'],
      exposedHeaders: ['X-Request-Id', 'Retry-After', 'RateLimit', 'RateLimit-Policy'],
      maxAge: 600,
    }),
  );
  const probes = PROBES.map((path) => basePath + path);
  app.use(requireHost, identifyClients(clientCookies));
  for (const guard of [checkAccess(configuration), ...limitRequestRate(configuration)]) {
    app.use(exceptFor(probes, guard));
  }
  app.use(`${basePath}/api`, refuseWhileStopping(services));
  const compress = compression();
  const fixed: [path: string, get: Handler][] = [
    ['/openapi.json', openApi(services)],
    ...documentation(),
    ...page(pageDirectory),
  ];
  const json = jsonBody();

  const table: [path: string, handlers: Partial<Record<Method, Handler[]>>][] = [
    ['/api/sa/configure', { post: [...json, configure(services)] }],
    ['/api/sa/components', { get: [components()] }],
    ['/api/sa/:id', { patch: [...json, setPace(services)], delete: [remove(services)] }],
    ['/api/sa/:id/start', { post: [start(services)] }],
    ['/api/sa/:id/pause', { post: [pause(services)] }],
    ['/api/sa/:id/reset', { post: [reset(services)] }],
    ['/api/sa/:id/step', { post: [...json, step(services)] }],
    ['/api/sa/:id/history', { get: [history(services)] }],
    ['/api/sa/:id/isomers', { get: [isomers(services)] }],
    ['/api/sa/:id/steps/:n', { get: [explainStep(services)] }],
    ['/api/sa/:id/status', { get: [status(services)] }],
    [STREAM_PATH, { get: [stream(services)] }],
    ['/api/classes', { post: [...json, openClass(services)] }],
    ['/api/classes/:code', { get: [showBoard(services)] }],
    ['/api/classes/:code/members', { post: [...json, joinClass(services)] }],
    ['/api/classes/:code/results', { post: [...json, reportToClass(services)] }],
    ['/health', { get: [health(services)] }],
    ['/livez', { get: [livez] }],
    ['/readyz', { get: [readyz(services)] }],
    ...[...metrics(services), ...fixed].map(([path, get]): [string, { get: Handler[] }] => [
      path,
      { get: [get] },
    ]),
  ];
  // What never changes has been compressed already.
  const sentAsTheyAre = new Set([STREAM_PATH, ...fixed.map(([path]) => path)]);
  for (const [path, handlers] of table) {
    const route = app.route(basePath + path);
    if (!sentAsTheyAre.has(path)) route.all(compress);
    const methods = Object.keys(handlers) as Method[];
    for (const method of methods) route[method](...handlers[method]!);
    route.all(methodNotAllowed(methods));
  }
  app.use(() => {
    throw new ApiProblem('route_not_found');
  });
  app.use(problemHandler);
  return app;
}

type Method = 'get' | 'post' | 'patch' | 'delete';
type Handler = (request: Request, response: Response, next: () => void) => void | Promise<void>;

function methodNotAllowed(methods: readonly Method[]): Handler {
  const allowed = methods.map((method) => method.toUpperCase());
  if (allowed.includes('GET')) allowed.push('HEAD');
  const Allow = [...allowed, 'OPTIONS'].join(', ');
  return () => {
    throw new ApiProblem('method_not_allowed', {
      detail: `This path has no such method. It has ${allowed.join(', ')}.`,
      headers: { Allow },
    });
  };
}

function exceptFor(paths: readonly string[], handler: RequestHandler): RequestHandler {
  return (request, response, next) =>
    paths.includes(request.path) ? next() : handler(request, response, next);
}

/** A connection that is kept alive can bring a request after the sessions are gone, which is not to say "not found". */
function refuseWhileStopping({ isStopping }: Services): Handler {
  return (_request, _response, next) => {
    if (isStopping()) throw shuttingDown();
    next();
  };
}

/** The caller's own request id if it is one that a log can hold, else a new one; told back in X-Request-Id. */
function requestId(
  request: { headers: Record<string, string | string[] | undefined> },
  response: { setHeader(name: string, value: string): unknown },
): string {
  const given = request.headers['x-request-id'];
  const id = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
  response.setHeader('X-Request-Id', id);
  return id;
}

function responseSummary(response: { statusCode: number }) {
  return { statusCode: response.statusCode };
}
