import { effect, signal } from '@preact/signals';
import { remember, remembered } from './remembered.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const THEME_KEY = 'webfaulon-theme';

/** What the person has chosen; "system" follows the system. */
export const theme = signal<Theme>(THEMES.find((name) => name === remembered(THEME_KEY)) ?? 'system');

/** Larger type and fewer things. */
export const isProjector = signal(false);

/** Keeps the page's root element as the choices say. Called once, before the first paint. */
export function applyLook(): void {
  const root = document.documentElement;
  const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
  const paint = () => {
    const isDark = theme.peek() === 'system' ? systemIsDark.matches : theme.peek() === 'dark';
    root.dataset['theme'] = isDark ? 'dark' : 'light';
  };
  systemIsDark.addEventListener('change', paint);
  effect(() => {
    remember(THEME_KEY, theme.value);
    paint();
  });
  effect(() => {
    root.classList.toggle('projector', isProjector.value);
  });
}
