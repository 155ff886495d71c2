import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { ReportFormat } from '../../../src/interface/words.ts';
import type { AuditReport } from '../../../src/operations/audit/audit-report.ts';
import { loadWriter } from '../../../src/report/audit/writers.ts';

const root = path.join(import.meta.dirname, '../../..');

/** The whole text of a report. */
export async function writeReport(format: ReportFormat, report: AuditReport): Promise<string> {
  return [...(await loadWriter(format)).write(report)].join('');
}

/** A JSON file of the project, by its path from the root. */
export function readJsonFile(file: string): object {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}

/** What a document violates of a schema; empty where it is valid. */
export type Validate = (document: unknown) => readonly string[];

/** Reads a schema of draft 2020-12 or draft 7. */
export function compileSchema(schema: object, draft: '2020-12' | '7'): Validate {
  const ajv =
    draft === '2020-12'
      ? new Ajv2020({ allErrors: true, allowUnionTypes: true })
      : new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  formats.default(ajv);
  const validate = ajv.compile(schema);
  return (document) => (validate(document) ? [] : (validate.errors ?? []).map(tellError));
}

function tellError({ instancePath, message, params }: ErrorObject): string {
  return `${instancePath} ${message} ${JSON.stringify(params)}`;
}
