/** Of a page that may use the server by default. */
export const ORIGIN = 'http://localhost:5173';
