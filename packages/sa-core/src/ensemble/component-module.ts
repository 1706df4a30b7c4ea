import { SaCoreError } from '../errors.ts';
import type { ScoringComponent } from '../scoring/scoring-component.ts';
import { type Href, nodeModule } from './host.ts';
import { messageOf } from './thrown.ts';

declare const URL: new (address: string, base: string) => Href;
declare const location: Href;

const SCHEME = /^[a-z][a-z0-9+.-]+:/i;

/**
 * The absolute address of a module that scores. A text without a scheme is a path: from the working directory in Node, from the
 * page in a browser.
 */
export function moduleAddress(module: string | Href): string {
  if (typeof module !== 'string') return module.href;
  if (SCHEME.test(module)) return module;
  return nodeModule('node:url')?.pathToFileURL(module).href ?? new URL(module, location.href).href;
}

/**
 * Imports the components of a module: its export `components`, a list, or else one alone, `component` or the default.
 *
 * @throws {SaCoreError} component_module
 */
export async function importComponents(address: string): Promise<readonly ScoringComponent[]> {
  let module: Readonly<Record<string, unknown>>;
  try {
    // Where the module is is known at run time alone, so bundlers are told to leave the import as it is.
    module = await import(/* @vite-ignore */ /* webpackIgnore: true */ address);
  } catch (cause) {
    const message = `The module ${address} cannot be imported: ${messageOf(cause)}`;
    throw new SaCoreError('component_module', message, { cause });
  }
  const { components, component = module['default'] } = module;
  const found: unknown[] = Array.isArray(components) ? components : [component];
  if (!found.every((one) => typeof one === 'object' && one !== null)) {
    throw new SaCoreError(
      'component_module',
      `The module ${address} exports no scoring component. Export a list of them as "components", or one as "component" ` +
        'or by default.',
    );
  }
  return found as ScoringComponent[];
}
