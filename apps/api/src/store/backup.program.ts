import { resolve } from 'node:path';
import { readConfiguration } from '../config.ts';
import { ConfigurationError } from '../configuration-value.ts';
import { backUp } from './backup.ts';
import { StoreError } from './store-error.ts';

// node backup.program.js <folder>, with the DATA_DIR of the server.

const [, , folder] = process.argv;
try {
  const { dataDirectory } = readConfiguration(process.env);
  if (folder === undefined || folder === '') {
    fail('Name the folder for the backup: npm run backup -- backups/monday');
  } else if (dataDirectory === undefined) {
    fail('DATA_DIR is "memory": there is nothing on the disk to be kept.');
  } else {
    await backUp(dataDirectory, resolve(folder));
    process.stdout.write(`${resolve(folder)} holds what ${dataDirectory} held.\n`);
  }
} catch (error) {
  if (!(error instanceof StoreError || error instanceof ConfigurationError)) throw error;
  fail(error.message);
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
