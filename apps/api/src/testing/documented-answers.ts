import { expect } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Response as SupertestResponse } from 'supertest';
import type { TestServer } from './test-server.ts';

/** The server's own OpenAPI document, which describes every answer that it gives. */
export class DocumentedAnswers {
  private readonly ajv = new Ajv2020({ strict: false, validateFormats: false });

  private constructor(document: object) {
    this.ajv.addSchema(document, 'openapi.json');
  }

  static async of(server: TestServer): Promise<DocumentedAnswers> {
    return new DocumentedAnswers((await (await server.fetch('/openapi.json')).json()) as object);
  }

  /** That the document describes an answer: its status, its media type and its body. */
  expect(response: Pick<SupertestResponse, 'status' | 'headers' | 'text'>, operation: string): void {
    const [method = '', path = ''] = operation.split(' ');
    const type = response.headers['content-type']?.split(';')[0];
    const escaped = [path, String(method).toLowerCase(), 'responses', String(response.status)];
    if (type !== undefined) escaped.push('content', type, 'schema');
    const [route, ...rest] = escaped.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'));
    const pointer = ['paths', route, ...rest].map((part) => encodeURIComponent(part ?? '')).join('/');
    const validate = this.ajv.getSchema(`openapi.json#/${pointer}`);
    expect({ operation, status: response.status, type, documented: validate !== undefined }).toMatchObject({
      documented: true,
    });
    if (type === undefined) return;
    const body: unknown = type.endsWith('json') ? JSON.parse(response.text) : response.text;
    validate!(body);
    expect(validate!.errors ?? []).toEqual([]);
  }
}
