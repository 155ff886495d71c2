/** JSON as the ZPA API writes it; this simulator's own description, shared with nobody. */

export interface ErrorJson {
  readonly id: string;
  readonly reason: string;
  readonly params?: readonly string[];
  readonly exception?: string;
}

/** ZPA API reference, Certificate Management; `cName`, `readOnly` and `zscalerManaged` as in recorded answers. */
export interface CertificateJson {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly cName?: string;
  /** The same in another description of the API. */
  readonly getcName?: string;
  readonly certificate?: string;
  readonly certChain?: string;
  readonly publicKey?: string;
  readonly issuedTo?: string;
  readonly issuedBy?: string;
  readonly serialNo?: string;
  readonly san?: readonly string[];
  /** Seconds since 1970, in old rows milliseconds. */
  readonly validFromInEpochSec?: string;
  readonly validToInEpochSec?: string;
  readonly creationTime: string;
  readonly modifiedTime?: string;
  readonly modifiedBy: string;
  readonly microtenantName?: string;
  readonly microtenantId?: string;
  readonly readOnly: boolean;
  readonly zscalerManaged: boolean;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Times are written as text, in whole seconds since 1970. */
export function writeEpochSeconds(milliseconds: number): string {
  return String(Math.floor(milliseconds / 1000));
}

/** An object's members without those that are undefined. */
export function omitUndefined<Json extends object>(json: Json): JsonObject {
  return Object.fromEntries(Object.entries(json).filter(([, value]) => value !== undefined));
}
