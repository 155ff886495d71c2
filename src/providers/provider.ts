import type { Certificate } from '../certificate/certificate.ts';
import type { UploadPlan } from '../certificate/material/upload.ts';
import type { ApiError } from '../http/errors.ts';
import type { HttpCall } from '../http/types.ts';
import type { Capabilities } from '../interface/capabilities.ts';
import type { ListFilter } from '../interface/request.ts';
import type { Rotation, RotationSetup } from './rotation.ts';

/** One certificate store behind one credential and one scope. */
export interface Provider {
  readonly name: string;
  /** Account, zone or customer id. */
  readonly scope: string;
  /** Where its calls go, to show them: scheme, host and port. */
  readonly origin: string;
  readonly capabilities: Capabilities;
  /** What people must know of how it is used here: a deprecated endpoint and its replacement, … */
  readonly notices: readonly string[];
  /** Every certificate that passes the filter. */
  list(filter: ListFilter): Promise<readonly Certificate[]>;
  /**
   * What `keep` makes of every certificate that passes the filter, page by page, so that a long list need not be
   * held whole.
   */
  survey<T extends object>(filter: ListFilter, keep: (certificate: Certificate) => T): Promise<readonly T[]>;
  /** Reads what refers to the certificates; null where the store does not say, or says it with each row. */
  readonly readUsage: (() => Promise<Usage>) | null;
  /** Reads when the credential itself ends; null where the vendor has no way to ask. */
  readonly readCredentialEnd: (() => Promise<CredentialEnd>) | null;
  /** Whether an error means that the vendor refused the credential, or what it asked to read. */
  isDenial(error: ApiError): boolean;
  /** Where a person finds a certificate in the vendor's console; null where no address is known. */
  consoleUrl(certificate: Certificate): string | null;
  /** Null where the vendor says that there is no such certificate. */
  get(id: string): Promise<Certificate | null>;
  readonly creation: Creation;
  readonly transitions: Readonly<Partial<Record<TransitionVerb, Transition>>>;
  /** Null where the store cannot delete. */
  readonly deletion: Deletion | null;
  /** Null where certificates cannot be changed. */
  readonly update: Update | null;
  /** Opens the rotation of a lineage, which is loaded only then; null where there is none. */
  readonly openRotation: ((setup: RotationSetup) => Promise<Rotation>) | null;
  /** What the credential can do, proved by reads only. */
  check(): Promise<CredentialCheck>;
  /** How to mend what the vendor refused; null where the error is not a known one. */
  advise(error: ApiError): string | null;
  /** Ends what it holds open at the vendor (a session), in every outcome. Never rejects. */
  close(): Promise<void>;
}

/** What refers to certificates. */
export interface Usage {
  /** By certificate id, as people know it: `PRA portal Vault at vault.example.com`. */
  readonly referrers: ReadonlyMap<string, readonly string[]>;
  /** What could not be read, and why: one sentence each. Where there is any, nothing is surely unused. */
  readonly withheld: readonly string[];
}

/** When a credential ends. */
export interface CredentialEnd {
  /** Null where it has no end, or the vendor did not say. */
  readonly expiresOn: Date | null;
  /** Sentences for people: what could not be asked, why. */
  readonly remarks: readonly string[];
}

export type TransitionVerb = 'activate' | 'deactivate' | 'reactivate' | 'revoke';

/** A call that takes a certificate to another status, after some time. */
export interface Transition {
  /** The status that it ends in. */
  readonly goal: string;
  /** Statuses that lead to the goal by themselves. */
  readonly underWay: readonly string[];
  /** Why it should not be done; all certificates of the scope are at hand. */
  findViolations(certificate: Certificate, all: readonly Certificate[]): readonly Violation[];
  /** Whether `findViolations` needs all certificates of the scope. */
  readonly needsAll: boolean;
  call(id: string): HttpCall;
  send(call: HttpCall): Promise<Certificate>;
  /** Whether the vendor's refusal says that the goal was reached before. */
  isDone(error: ApiError): boolean;
}

export interface Deletion {
  /** Why it should not be done; may read what refers to the certificate. */
  findViolations(certificate: Certificate, all: readonly Certificate[]): Promise<readonly Violation[]>;
  /** Whether `findViolations` needs all certificates of the scope. */
  readonly needsAll: boolean;
  call(id: string): HttpCall;
  /** Returns whether there was one to delete. */
  send(call: HttpCall): Promise<boolean>;
}

/** What may be changed in a certificate's entry. */
export interface Changes {
  /** Null: as it is. */
  readonly name: string | null;
  readonly description: string | null;
}

/** What an update needs to know of a certificate's entry. */
export type CertificateEntry = Pick<Certificate, 'name' | 'vendor'> & { readonly id: string };

export interface Update {
  findViolations(certificate: Certificate): readonly Violation[];
  /** Whether the certificate is so already. */
  isDone(certificate: Certificate, changes: Changes): boolean;
  call(certificate: CertificateEntry, changes: Changes): HttpCall;
  send(call: HttpCall): Promise<void>;
}

/** What a create is asked for; each store takes its own part of it. */
export interface CreationRequest {
  readonly validityDays: number | null;
  readonly csr: SigningRequest | null;
  readonly upload: Upload | null;
}

/** A certificate signing request that was checked. */
export interface SigningRequest {
  readonly pem: string;
  /** SHA-256 over its SubjectPublicKeyInfo, hex. */
  readonly publicKeySha256: string;
  /** Whether its key was made a moment ago, so that no older certificate can carry it. */
  readonly isFreshKey: boolean;
}

/** A certificate with its key, checked before it leaves. */
export interface Upload {
  readonly name: string;
  readonly description: string | null;
  readonly plan: UploadPlan;
}

export interface Creation {
  /** Whether what was there before must be known to tell what is new. */
  listsBefore(request: CreationRequest): boolean;
  /** One that is there already and is what was asked for; null where every create makes another one. */
  findExisting(before: readonly Certificate[], request: CreationRequest): Certificate | null;
  /** Why it should not be done, beside what the vendor would refuse. */
  findViolations(before: readonly Certificate[], request: CreationRequest): readonly Violation[];
  call(request: CreationRequest): HttpCall;
  send(call: HttpCall): Promise<Certificate>;
  /** Of the rows that are new since the create was sent, those that it may have made. */
  recognise(newRows: readonly Certificate[], request: CreationRequest): readonly Certificate[];
  /** What is wrong with what was created, compared with what was asked for; null where it is right. */
  findMismatch(created: Certificate, request: CreationRequest): string | null;
  /** Why a recognised row is only probably ours; null where it surely is. */
  readonly adoptionCaveat: string | null;
  /** What a person should look for where nothing was found. */
  lookFor(request: CreationRequest): string;
  /** What is worth knowing before one is made (a quota nearly spent, …). */
  findConcerns(existing: readonly Certificate[], now: Date): readonly string[];
}

/** Why a destructive operation is refused. */
export interface Violation {
  readonly reason: string;
  /** Ids of the certificates that it concerns. */
  readonly certificates: readonly string[];
  readonly instead: string;
  /** Whether `force` may override it; the vendor's own refusals it cannot. */
  readonly forcible: boolean;
}

export interface CredentialCheck {
  /** Proved by reading the certificates, or the vendor's refusal to. */
  readonly read: 'proved' | ApiError;
  /** No write is tried, so it cannot be known. */
  readonly write: 'unknown';
  /** The credential's own state, in the vendor's word; null where the vendor has no way to ask. */
  readonly credentialStatus: string | null;
  readonly credentialExpiresOn: Date | null;
  /** How many certificates were read; null where reading was denied. */
  readonly count: number | null;
  /** Sentences for people: what was proved, what could not be asked, why. */
  readonly remarks: readonly string[];
}
