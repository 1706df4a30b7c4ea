import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import type { Request, Response } from 'express';
import { fixedAnswer } from './fixed-answer.ts';

type Handler = (request: Request, response: Response) => void | Promise<void>;

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>WebFaulon API</title>
    <link rel="stylesheet" href="swagger-ui.css">
    <link rel="icon" href="favicon-32x32.png">
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="swagger-ui-bundle.js"></script>
    <script src="initialise.js"></script>
  </body>
</html>
`;

/** A file of its own, because the content security policy allows no script inside the page. */
const INITIALISE =
  "SwaggerUIBundle({ url: '../openapi.json', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null });\n";

/** The page's links are relative to /docs/, so that a proxy can put a path before it. */
function page(request: Request, response: Response): void {
  if (request.path.endsWith('/')) response.type('html').send(PAGE);
  else response.redirect(308, 'docs/');
}

/** GET /docs: the OpenAPI document as a page, all of it served from here. By path, what GET answers. */
export function documentation(): readonly [path: string, get: Handler][] {
  const root = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  const asset = (name: string): [string, Handler] => [
    `/docs/${name}`,
    fixedAnswer(extname(name), () => readFile(join(root, name))),
  ];
  return [
    ['/docs', page],
    [
      '/docs/initialise.js',
      (_request, response) => {
        response.type('text/javascript').send(INITIALISE);
      },
    ],
    ...['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'].map(asset),
  ];
}
