import type { Certificate } from '../certificate/certificate.ts';
import type { ApiError } from '../http/errors.ts';
import type { HttpCall } from '../http/types.ts';
import type { Capabilities } from '../interface/capabilities.ts';
import type { ListFilter } from '../interface/request.ts';

/** One certificate store behind one credential and one scope. */
export interface Provider {
  readonly name: string;
  /** Account, zone or customer id. */
  readonly scope: string;
  /** Where its calls go, to show them: scheme, host and port. */
  readonly origin: string;
  readonly capabilities: Capabilities;
  /** Every certificate that passes the filter. */
  list(filter: ListFilter): Promise<readonly Certificate[]>;
  /** Null where the vendor says that there is no such certificate. */
  get(id: string): Promise<Certificate | null>;
  readonly creation: Creation;
  readonly transitions: Readonly<Partial<Record<TransitionVerb, Transition>>>;
  readonly deletion: Deletion;
  /** What the credential can do, proved by reads only. */
  check(): Promise<CredentialCheck>;
  /** How to mend what the vendor refused; null where the error is not a known one. */
  advise(error: ApiError): string | null;
}

export type TransitionVerb = 'activate' | 'deactivate';

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
}

export interface Deletion {
  findViolations(certificate: Certificate, all: readonly Certificate[]): readonly Violation[];
  call(id: string): HttpCall;
  /** Returns whether there was one to delete. */
  send(call: HttpCall): Promise<boolean>;
}

/** What a create is asked for. */
export interface CreationRequest {
  readonly validityDays: number | null;
}

export interface Creation {
  call(request: CreationRequest): HttpCall;
  send(call: HttpCall): Promise<Certificate>;
  /** Of the rows that are new since the create was sent, those that it may have made. */
  recognise(newRows: readonly Certificate[], request: CreationRequest): readonly Certificate[];
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
