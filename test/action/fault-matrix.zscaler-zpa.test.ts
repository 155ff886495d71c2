import { describeFaultMatrix } from './support/fault-matrix.ts';

await describeFaultMatrix('zscaler-zpa');
