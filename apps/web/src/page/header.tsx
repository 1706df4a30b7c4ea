import { LookSwitches } from '../look/look-switches.tsx';
import { useRun } from '../run/run-context.ts';

const ENGINES = {
  browser: {
    label: 'computed in this browser',
    help: 'The run is computed by this page itself; no server takes part.',
  },
  server: {
    label: 'computed on the server',
    help: 'The run is computed on the server, and this page watches it.',
  },
} as const;

const LINKS = {
  live: '',
  reconnecting: 'reconnecting to the server …',
  lost: 'the server has lost this run',
} as const;

interface HeaderProps {
  readonly isHome: boolean;
  readonly onHome: () => void;
}

export function Header({ isHome, onHome }: HeaderProps) {
  const run = useRun();
  const { label, help } = ENGINES[run.engine.value];
  return (
    <header class="page-header">
      <p class="page-name">WebFaulon</p>
      <p class="page-engine detail" title={help} role="status">
        {LINKS[run.link.value] || label}
      </p>
      {!isHome && (
        <button type="button" class="page-home" onClick={onHome}>
          All presets
        </button>
      )}
      <LookSwitches />
    </header>
  );
}
