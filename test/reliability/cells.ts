import type { House } from '../action/support/fault-cells.ts';
import { makeAuditPageCells } from './audit-page-cells.ts';
import type { Cell } from './cell.ts';
import { makeIssueCells } from './issue-cells.ts';
import { makePageCells } from './page-cells.ts';
import { makeReferrerCells } from './referrer-cells.ts';
import { makeRotationCells } from './rotation-cells.ts';
import { listMeetings, makeVendorCells } from './vendor-cells.ts';

/** Every call to anybody with every fault that it can meet. */
export async function makeCells(house: House): Promise<readonly Cell[]> {
  return [
    ...makeVendorCells(await listMeetings(), house),
    ...(await makePageCells(house)),
    ...(await makeAuditPageCells(house)),
    ...makeRotationCells(),
    ...makeReferrerCells(),
    ...makeIssueCells(),
  ];
}
