import { describeFaultMatrix } from './support/fault-matrix.ts';

await describeFaultMatrix('cloudflare-client');
