import { defineConfig } from 'vite';
import { compressedCopies } from './build/compressed-copies.ts';
import { offlineFiles } from './build/offline-files.ts';
import { withoutOpenChemLibResources } from './build/without-openchemlib-resources.ts';

/** Addresses are relative, so that the page works under any path of any static host. */
export default defineConfig({
  base: './',
  plugins: [withoutOpenChemLibResources(), offlineFiles(), compressedCopies()],
  build: {
    target: 'es2022',
    // A data: address for a small file would need a laxer content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es', plugins: () => [withoutOpenChemLibResources()] },
});
