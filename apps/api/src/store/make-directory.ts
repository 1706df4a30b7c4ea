import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a directory and those that it stands in, as far as they are missing. Node's own `recursive` goes on for ever where a file
 * system says of a place in a directory that is there that it is not, as /proc does.
 *
 * @param directory absolute
 * @throws what the file system says
 */
export function makeDirectory(directory: string): void {
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(directory) !== directory) makeDirectory(dirname(directory));
  mkdirSync(directory);
}
