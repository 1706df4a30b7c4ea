import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createObjective, SaCoreError, type ScoringComponent } from '@webfaulon/sa-core';
import { CliError } from '../errors.ts';

/** The address of the module at a path. */
export function scoreModuleAddress(path: string, workingDirectory: string): string {
  return pathToFileURL(resolve(workingDirectory, path)).href;
}

/**
 * The scoring components of a module: its export `components`, a list, or else one alone, `component` or the default. What
 * they throw names the component and the module.
 *
 * @throws {CliError} score_module_missing, score_module_invalid
 */
export async function loadScoreModule(address: string): Promise<ScoringComponent[]> {
  const file = fileURLToPath(address);
  if (!existsSync(file)) throw new CliError('score_module_missing', `There is no score module ${file}.`);
  let module: Readonly<Record<string, unknown>>;
  try {
    module = (await import(address)) as Readonly<Record<string, unknown>>;
  } catch (cause) {
    throw new CliError(
      'score_module_invalid',
      `The score module ${file} cannot be loaded: ${told(cause)}`,
      cause,
    );
  }
  const { components, component = module['default'] } = module;
  const found: readonly unknown[] = Array.isArray(components) ? components : [component];
  if (found.length === 0 || !found.every(isComponent)) {
    throw new CliError(
      'score_module_invalid',
      `The score module ${file} exports no scoring component, which is an object with name, version, resolution and ` +
        'score(graph). Export a list of them as "components", or one as "component" or by default.',
    );
  }
  return found.map((one) => guarded(assertWellFormed(one, file), file));
}

function isComponent(value: unknown): value is ScoringComponent {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Partial<ScoringComponent>).name === 'string'
  );
}

/** sa-core judges; here the name of the file is added. */
function assertWellFormed(component: ScoringComponent, file: string): ScoringComponent {
  try {
    createObjective({ [component.name]: 1 }, [component]);
    return component;
  } catch (cause) {
    if (!(cause instanceof SaCoreError)) throw cause;
    throw new CliError('score_module_invalid', `In the score module ${file}: ${cause.message}`, cause);
  }
}

/** The same component, whose errors tell where it stands. */
function guarded(component: ScoringComponent, file: string): ScoringComponent {
  const failed = (what: string, cause?: unknown): CliError =>
    new CliError('score_failed', `The score "${component.name}" of ${file} ${what}`, cause);
  const score: ScoringComponent['score'] = (graph, shared) => {
    let value: number;
    try {
      value = component.score(graph, shared);
    } catch (cause) {
      throw failed(`failed: ${told(cause)}`, cause);
    }
    if (!Number.isFinite(value)) throw failed(`gave ${value}; a score must be a finite number.`);
    return value;
  };
  // Not a copy: what a class gives its objects would be left behind.
  return Object.assign(Object.create(component) as ScoringComponent, { score });
}

function told(cause: unknown): string {
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
}
