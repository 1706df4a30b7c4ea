import { accessSync, constants } from 'node:fs';

/** A program of the machine that tests use, and how whoever lacks it comes by it. */
export interface InstalledProgram {
  readonly name: string;
  /** The environment variable that says where it is, before any usual place. */
  readonly variable: string;
  readonly usualPlaces: readonly string[];
  /** The package that brings it. */
  readonly package: string;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where a program is. That there is none is a failure: a test that is left out shows nothing. */
export function pathOfProgram({ name, variable, usualPlaces, package: bringing }: InstalledProgram): string {
  const asked = process.env[variable];
  const found = (asked ? [asked] : usualPlaces).find(isProgram);
  if (found) return found;
  throw new Error(
    asked
      ? `${variable} is ${asked}, which is no program. Set it to that of ${name}, or leave it unset.`
      : `No ${name} at ${usualPlaces.join(', ')}. Install the package ${bringing}, or set ${variable}.`,
  );
}
