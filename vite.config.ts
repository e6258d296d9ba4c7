import react from '@vitejs/plugin-react';
import mantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';
import { thinContract } from './scripts/thin-contract.ts';

export default defineConfig({
  root: 'src/web',
  plugins: [react(), thinContract()],
  css: { postcss: { plugins: [mantine()] } },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // An asset of its own instead of a data: address, so that the content security policy stays narrow.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What nearly every page needs comes as one file: left to itself it is forty, and larger packed. Fewer pages
          // than this, and the first screen pays for what others use. Words stay apart: one language is read.
          groups: [{ name: 'shared', minShareCount: 45, test: (id) => !id.includes('/messages/') }],
        },
      },
    },
  },
});
