import { verdictOn } from './check-store.ts';

// node check-store.program.js <file>: prints the verdict.
process.stdout.write(verdictOn(process.argv[2] ?? ''));
