import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import express, { type Router } from 'express';

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

/** GET /docs: the OpenAPI document as a page, all of it served from here. */
export function documentation(): Router {
  const router = express.Router({ strict: true });
  const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  router.get('/docs', (_request, response) => response.redirect(308, 'docs/'));
  router.get('/docs/', (_request, response) => {
    response.type('html').send(PAGE);
  });
  router.get('/docs/initialise.js', (_request, response) => {
    response.type('text/javascript').send(INITIALISE);
  });
  for (const asset of ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png']) {
    router.get(`/docs/${asset}`, (_request, response) => response.sendFile(asset, { root: assets }));
  }
  return router;
}
