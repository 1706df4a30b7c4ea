import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type InstalledProgram, pathOfProgram } from '../../../../scripts/support/installed-program.ts';

const EXAMPLE = fileURLToPath(new URL('../../../../deploy/nginx.conf', import.meta.url));
const NGINX: InstalledProgram = {
  name: 'nginx',
  variable: 'NGINX_PATH',
  // Where Debian, others, and package managers of other systems put it; often in no PATH.
  usualPlaces: ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'],
  package: 'nginx-light',
};
const TEMPORARY_PATHS = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

/** A certificate for localhost that nobody but a test believes. */
function writeCertificate(key: string, certificate: string): void {
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
  try {
    execFileSync('openssl', ['req', '-x509', ...kind, ...subject, '-keyout', key, '-out', certificate], {
      stdio: 'pipe',
    });
  } catch (error) {
    throw new Error('No certificate could be made. Install the package openssl.', { cause: error });
  }
}

/** Ports that are free now; nginx cannot be told to take any. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

export interface NginxOptions {
  /** Where the server is that it stands before. */
  readonly upstreamPort: number;
  /** Lines of the example to be changed beside the ports and paths that a test must change: from one text to another. */
  readonly changes?: readonly (readonly [from: string, to: string])[];
  /** What the file of names and passwords holds. */
  readonly passwords?: string;
}

/** A real nginx with the example of deploy/, run by whoever runs the tests, in a temporary folder and on free ports. */
export class Nginx {
  /** Of HTTPS and of plain HTTP, without a slash at the end. */
  readonly url: string;
  readonly plainUrl: string;
  /** To be trusted by who calls it. */
  readonly certificate: string;
  private readonly child: ChildProcess;
  private readonly directory: string;

  private constructor(child: ChildProcess, directory: string, ports: readonly number[], certificate: string) {
    this.child = child;
    this.directory = directory;
    this.url = `https://localhost:${ports[0]}`;
    this.plainUrl = `http://localhost:${ports[1]}`;
    this.certificate = certificate;
  }

  static async start({ upstreamPort, changes = [], passwords = '' }: NginxOptions): Promise<Nginx> {
    const program = pathOfProgram(NGINX);
    const directory = mkdtempSync(join(tmpdir(), 'webfaulon-nginx-'));
    const file = (name: string) => join(directory, name);
    writeCertificate(file('key.pem'), file('certificate.pem'));
    writeFileSync(file('passwords'), passwords);
    const ports = await freePorts(2);
    let example = readFileSync(EXAMPLE, 'utf8');
    for (const [from, to] of [
      ['127.0.0.1:3000', `127.0.0.1:${upstreamPort}`],
      ['listen 443', `listen 127.0.0.1:${ports[0]}`],
      ['listen 80', `listen 127.0.0.1:${ports[1]}`],
      ['/etc/ssl/webfaulon/fullchain.pem', file('certificate.pem')],
      ['/etc/ssl/webfaulon/privkey.pem', file('key.pem')],
      ['/etc/nginx/webfaulon.htpasswd', file('passwords')],
      ...changes,
    ] as const) {
      if (!example.includes(from)) throw new Error(`deploy/nginx.conf has no "${from}".`);
      example = example.replace(from, to);
    }
    writeFileSync(file('webfaulon.conf'), example);
    const temporary = TEMPORARY_PATHS.map((name) => `${name}_temp_path ${file(name)};`).join('\n');
    const user = process.getuid?.() === 0 ? `user ${userInfo().username};` : '';
    writeFileSync(
      file('nginx.conf'),
      `daemon off;\n${user}\npid ${file('pid')};\nevents {}\nhttp {\naccess_log off;\n${temporary}\ninclude ${file('webfaulon.conf')};\n}\n`,
    );
    const child = spawn(program, ['-p', directory, '-e', 'stderr', '-c', file('nginx.conf')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const nginx = new Nginx(child, directory, ports, readFileSync(file('certificate.pem'), 'utf8'));
    await nginx.untilItAnswers();
    return nginx;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null) {
      const exit = once(this.child, 'exit');
      this.child.kill('SIGTERM');
      await exit;
    }
    rmSync(this.directory, { recursive: true });
  }

  private async untilItAnswers(): Promise<void> {
    let complaints = '';
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaints += text;
    });
    while (this.child.exitCode === null) {
      const answered = await fetch(this.plainUrl, { redirect: 'manual' }).then(
        () => true,
        () => false,
      );
      if (answered) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    rmSync(this.directory, { recursive: true });
    throw new Error(`nginx has not started: ${complaints}`);
  }
}
