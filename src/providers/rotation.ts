import type { Certificate } from '../certificate/certificate.ts';
import type { ServedCertificateProbe } from '../http/served-certificate.ts';
import type { HttpCall } from '../http/types.ts';
import type { VerifiedHost } from '../interface/verified-host.ts';
import type { KeyAlgorithm, RetireBy, RotationPhase } from '../interface/words.ts';
import type { CreationRequest, SigningRequest, TransitionVerb, Upload, Violation } from './provider.ts';

/** How one vendor's certificates are replaced: what stands there, and how each phase is done. */
export interface Rotation {
  readonly lineage: Lineage;
  /** Reads everything that the decision needs, in as few calls as there can be. */
  observe(): Promise<RotationObservation>;
  /**
   * Reads certificates that the records name and `observe` did not find (dormant ones, where a list of them would be
   * long; one that a list does not show yet). Those that do not exist are left out. Absent where `observe` finds all.
   */
  find?(ids: readonly string[]): Promise<readonly ObservedCertificate[]>;
  /** What each phase would do, for people; sends nothing. */
  describe(order: DescriptionOrder): RotationDescription;
  /** Makes the successor where there is none, and brings it to where it can be promoted. */
  stage(order: StageOrder, tools: RotationTools): Promise<ActResult>;
  /** Lets the successor serve; goes on where an earlier run stopped. */
  promote(order: PromoteOrder, tools: RotationTools): Promise<ActResult>;
  /**
   * Looks whether the successor is really served, where more than the provider's own word can be had: for a promote
   * that an earlier run did not bring to its end. Null where there is no more.
   */
  readonly prove: ((order: PromoteOrder, tools: RotationTools) => Promise<ActResult>) | null;
  /** Lets the old one serve again. Sends nothing unless the new one is proved not to serve, on a fresh look. */
  rollback(order: RollbackOrder, tools: RotationTools): Promise<ActResult>;
  /** Takes the old one away. Sends nothing unless it is proved not to serve, on a fresh look. */
  retire(order: RetireOrder, tools: RotationTools): Promise<ActResult>;
}

/**
 * What a rotation keeps alive under changing ids. Gateway: the account's certificate in use (`in-use`). Client: a
 * common name. ZPA: a name.
 */
export interface Lineage {
  readonly provider: string;
  /** Account, zone or customer id. */
  readonly scope: string;
  readonly name: string;
}

/** What the workflow gives for a rotation; each vendor takes its own part of it. */
export interface RotationSetup {
  /** The name of the lineage, where the vendor has several: a common name, a ZPA name. */
  readonly lineageName: string | null;
  readonly material: RotationMaterial;
  /** Hosts that have to serve the successor once it is promoted. */
  readonly verifyHosts: readonly VerifiedHost[];
  /** Where a new key will be kept, as people know it; null: in files of the job. */
  readonly keptIn: string | null;
}

/** What the workflow gives for the successor. */
export interface RotationMaterial {
  readonly validityDays: number | null;
  /** Of the key that is made when a client certificate is promoted. */
  readonly keyRequest: { readonly subject: string; readonly keyAlgorithm: KeyAlgorithm } | null;
  /** The certificate to upload, checked; null where none was given, and then nothing can be staged. */
  readonly upload: Upload | null;
}

/** A certificate that is known by its id. */
export type KnownCertificate = Certificate & { readonly id: string };

/** What the provider shows of a lineage in one moment. */
export interface RotationObservation {
  /** Every certificate that plays a part, or could: the one that serves, old ones, candidates. */
  readonly certificates: readonly ObservedCertificate[];
  /** `provider`: it shows what serves. `ledger`: it does not, so the last promotion on record says it. */
  readonly servingKnownBy: 'provider' | 'ledger';
  /**
   * A certificate that the provider is set to serve and that does not exist (deleted by somebody); null where
   * there is no such.
   */
  readonly missingId: string | null;
  /**
   * Certificates that something names and that do not exist, whosever they were: one that the records name was this
   * lineage's.
   */
  readonly danglingIds: readonly string[];
  /** Whether a change of what serves goes on by itself, whoever began it. */
  readonly settlesByItself: boolean;
  /** Whether a successor waits between two phases; without it the promote makes it itself. */
  readonly hasStage: boolean;
  /** How long the successor that would be made is valid; null where it cannot be known before. */
  readonly successorLifetimeMilliseconds: number | null;
  /** From when to when the successor that would be made is valid; null where it cannot be known before. */
  readonly successorValidity: Pick<Certificate, 'notBefore' | 'notAfter'> | null;
  /** What stands against a phase, whoever the successor is. */
  readonly blockers: readonly Blocker[];
  /** Who is served, as people know them; part of the plan's digest, so the same in every phase. */
  readonly referrers: readonly string[];
  /** What the successor is made of, as the plan's digest knows it. */
  readonly material: Readonly<Record<string, string | number | null>>;
  /** What is left to do once the old one is gone (a name to take over, …): one clause each. */
  readonly unfinished: readonly string[];
  /** What people should know: one sentence each. */
  readonly remarks: readonly string[];
}

/** One certificate, and the part it plays. */
export interface ObservedCertificate {
  readonly certificate: KnownCertificate;
  /**
   * `ready`: it can serve at once. `arriving` and `leaving`: on the way there and away from it, by itself.
   * `dormant`: it has to be brought there first.
   */
  readonly readiness: 'ready' | 'arriving' | 'dormant' | 'leaving';
  /**
   * `yes`: proved. `arriving`: the provider is set to it, and it is not proved to serve (or only some referrers
   * point to it). `departing`: the provider is set to another, and this one serves still. `unknown` only where
   * `servingKnownBy` is the ledger.
   */
  readonly serves: 'yes' | 'no' | 'arriving' | 'departing' | 'unknown';
  /** Whether it is what this rotation would make: `certain` by its content, `likely` by its looks. */
  readonly resemblance: 'certain' | 'likely' | 'none';
  /** Lower-case hex, where the provider shows the certificate. */
  readonly publicKeySha256: string | null;
  /** Why it can never be a successor; null where it could be one. */
  readonly unfitness: Violation | null;
}

/** Something that stands against a phase. */
export interface Blocker {
  /**
   * `first`: making one where there is none to replace, and no record tells of any; a person who asks for a new one
   * overrides it. `create`: making a successor. `stage`: that, and bringing one to where it can serve.
   */
  readonly at: 'always' | 'first' | 'create' | 'stage' | 'promote' | 'retire';
  readonly violation: Violation;
}

/** Ids where they are known by now. */
export interface DescriptionOrder {
  readonly replacedId: string | null;
  readonly successorId: string | null;
  readonly retireBy: RetireBy;
}

/** For people, before anything is done. */
export interface RotationDescription {
  /** Who is affected, and how: one sentence each. */
  readonly affected: readonly string[];
  readonly phases: Readonly<Record<ActingPhase, PhaseDescription | null>>;
  /** What cannot be undone once it is done: one sentence each. */
  readonly irreversible: readonly string[];
}

export interface PhaseDescription {
  /** One sentence. */
  readonly what: string;
  /** What it sends, in order; an id that is not known yet stands in angle brackets. */
  readonly calls: readonly HttpCall[];
}

/** Phases that change something. */
export type ActingPhase = Exclude<RotationPhase, 'plan'>;

export interface StageOrder {
  /** Null: make one. */
  readonly successor: ObservedCertificate | null;
}

export interface PromoteOrder {
  /** Null in a first installation. */
  readonly replaced: KnownCertificate | null;
  /** Null where the promote makes it. */
  readonly successor: ObservedCertificate | null;
  /** A certificate that does not exist and is set to serve all the same: what names it is part of the promote. */
  readonly missingId: string | null;
  /** Ours, of which the key was lost before it was kept, so that nobody has it: taken away before another is made. */
  readonly keyless: readonly ObservedCertificate[];
}

export interface RollbackOrder {
  readonly failedId: string;
  readonly restored: ObservedCertificate;
}

export interface RetireOrder {
  /** Null where only what is left after it is to be done (`unfinished`). */
  readonly replaced: ObservedCertificate | null;
  /** What serves in its place. */
  readonly heir: ObservedCertificate;
  readonly by: RetireBy;
}

/** How an act ended. A call that failed is thrown, not told here. */
export type ActResult =
  | { readonly result: 'done'; readonly certificate: KnownCertificate | null }
  /** It was done, and has not taken effect within `wait-timeout`; running again goes on. */
  | { readonly result: 'pending'; readonly reason: string }
  /** What stands is no longer what was decided on: look again. */
  | { readonly result: 'overtaken'; readonly reason: string }
  /**
   * The successor could not be made to serve (all who refer to it, where there are several). `restored`: what served
   * before serves again; else the reason says what stands where.
   */
  | { readonly result: 'failed'; readonly reason: string; readonly restored: boolean }
  /** A fresh look stands against it; nothing was sent. */
  | { readonly result: 'refused'; readonly violations: readonly Violation[] };

/** What the operations lend to a vendor's rotation. */
export interface RotationTools {
  log(line: string): void;
  /** Adds a sentence that people must see. */
  warn(sentence: string): void;
  /**
   * Makes a certificate by the rules of `create`: the ledger is told before, it is sent once, and adopted where
   * its answer was lost. Null where another run is making one in this moment.
   */
  create(request: CreationRequest): Promise<KnownCertificate | null>;
  /**
   * Makes a key and a request for a certificate on it. The key is masked, and nowhere but in what this returns.
   */
  makeKey(request: { readonly subject: string; readonly keyAlgorithm: KeyAlgorithm }): Promise<MadeKey>;
  /**
   * As `create`, for a key that the ledger was told of (`announceKey`): its hash tells whose the certificate is.
   */
  createForKey(csr: SigningRequest, validityDays: number | null): Promise<KnownCertificate>;
  /**
   * Keeps a new key with its certificate where the workflow wants them: in one secret, or in files of the job. The
   * ledger is told before. It is there once this resolves with true; false where another run has taken over.
   * Where it is surely not kept, the certificate is taken away: nobody has its key any more.
   * @throws OperationError that says what stands
   */
  keep(certificate: KnownCertificate, bundle: KeyBundle): Promise<boolean>;
  /**
   * Revokes a certificate whose key nobody has, as far as that can be done: a failure is told as a warning. Nothing
   * is sent where the records say by now that its key may have been kept.
   * @returns whether it is revoked, or on its way there
   */
  discard(certificate: Pick<ObservedCertificate, 'certificate' | 'publicKeySha256'>): Promise<boolean>;
  /** Reads what a host serves now, over TLS. Never rejects for what cannot be reached. */
  probe: ServedCertificateProbe;
  /**
   * Tells the ledger of a key before its certificate is asked for, so that one whose key is lost is known as ours.
   * @param publicKeySha256 over the SubjectPublicKeyInfo, lower-case hex.
   * @returns false where another run is making one in this moment: then none may be asked for
   */
  announceKey(publicKeySha256: string): Promise<boolean>;
  /**
   * As the operation of that name: guarded, looked at before a repeat.
   * @param until `done` (default): waits for the goal, and throws at `wait-timeout`. `accepted`: does not wait.
   */
  changeStatus(id: string, verb: TransitionVerb, until?: 'done' | 'accepted'): Promise<void>;
  /** As `delete`: guarded; one that is gone already is no error. */
  remove(id: string): Promise<void>;
  /** Sends a call that must not be repeated blindly; a failure that may hide a success is followed by `findEffect`. */
  sendLookingFirst<T>(send: () => Promise<T>, findEffect: () => Promise<T | null>): Promise<T>;
  /** Reads at the pace of `poll-interval` until there is an answer; null after `wait-timeout`. */
  poll<T>(goal: string, read: () => Promise<T | null>): Promise<T | null>;
}

/** A key that was made a moment ago, and the request for its certificate. */
export interface MadeKey {
  readonly csr: SigningRequest;
  /** PKCS#8, not encrypted: a secret. */
  readonly privateKeyPem: string;
}

/** What a client needs to sign in. */
export interface KeyBundle {
  readonly privateKeyPem: string;
  readonly certificatePem: string;
  /** Issuers, as far as the vendor shows them. */
  readonly chainPems: readonly string[];
}
