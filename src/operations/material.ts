import { checkCsr } from '../certificate/material/csr.ts';
import { generateKeyAndCsr } from '../certificate/material/key-pair.ts';
import { checkSubject } from '../certificate/material/subject.ts';
import { checkUpload } from '../certificate/material/upload.ts';
import type { Clock } from '../http/types.ts';
import { InputError } from '../interface/input-error.ts';
import { readMaterialText } from '../interface/material-text.ts';
import type { Request } from '../interface/request.ts';
import type { CreationRequest, SigningRequest, Upload } from '../providers/provider.ts';
import type { Materials, OperationContext } from './outcome.ts';

/** Stands for a signing request in a dry run, which makes no key. */
const UNMADE_CSR: SigningRequest = {
  pem: '(a signing request made on the runner)',
  publicKeySha256: '',
  isFreshKey: true,
};

/**
 * Reads, makes and checks what a create needs, before any call.
 * @throws InputError with everything that is wrong with it.
 */
export async function prepareCreation(context: OperationContext): Promise<CreationRequest> {
  const { material, validityDays } = context.request;
  return {
    validityDays,
    csr: material.csr !== null || material.subject !== null ? await prepareCsr(context) : null,
    upload: material.certificate === null ? null : await prepareUpload(context, material.certificate),
  };
}

async function prepareCsr(context: OperationContext): Promise<SigningRequest> {
  const { materials, progress, log } = context;
  const { csr, subject, keyAlgorithm } = context.request.material;
  if (csr !== null) {
    const facts = await checkCsr(await readMaterialText('csr', csr, materials.read));
    if ('problem' in facts) throw new InputError([{ input: 'csr', message: facts.problem }]);
    progress.learn({ csrPath: await materials.write('request.csr', facts.normalisedPem) });
    return { pem: facts.normalisedPem, publicKeySha256: facts.publicKeySha256, isFreshKey: false };
  }
  const problem = checkSubject(subject ?? '');
  if (problem !== null) throw new InputError([{ input: 'subject', message: problem }]);
  if (context.request.dryRun) return UNMADE_CSR;
  const made = await generateKeyAndCsr({ subject: subject ?? '', keyAlgorithm });
  materials.mask(made.privateKeyPem);
  // On disk before the request leaves: a certificate whose key is lost is of no use to anybody.
  const privateKeyPath = await materials.write('private-key.pem', made.privateKeyPem);
  progress.learn({ privateKeyPath, csrPath: await materials.write('request.csr', made.csrPem) });
  log(
    `Made a key (${keyAlgorithm}) and a signing request; the key is in ${privateKeyPath} until the job ends`,
  );
  return { pem: made.csrPem, publicKeySha256: made.publicKeySha256, isFreshKey: true };
}

/**
 * Reads and checks a certificate that is to be uploaded, before any call.
 * @throws InputError with everything that is wrong with it.
 */
export async function prepareUpload(context: UploadContext, certificate: string): Promise<Upload> {
  const { materials, clock, progress } = context;
  const { material, changes } = context.request;
  const readGiven = async (input: 'certificate' | 'private-key' | 'chain', given: string | null) =>
    given === null ? null : readMaterialText(input, given, materials.read);
  const texts = {
    certificate: (await readGiven('certificate', certificate)) ?? '',
    privateKey: await readGiven('private-key', material.privateKey),
    chain: await readGiven('chain', material.chain),
  };
  for (const text of Object.values(texts)) {
    if (text?.includes('PRIVATE KEY')) maskKeys(text, materials.mask);
  }
  const options = {
    allowUntrustedChain: material.allowUntrustedChain,
    roots: await materials.readTrustedRoots(),
  };
  const plan = checkUpload(texts, options, new Date(clock.now()));
  if ('problems' in plan) throw new InputError(plan.problems);
  for (const remark of plan.remarks) progress.warn(remark);
  return { name: changes.name ?? '', description: changes.description, plan };
}

/** What the check of an upload works with. */
export interface UploadContext {
  readonly request: Pick<Request, 'material' | 'changes'>;
  readonly materials: Materials;
  readonly clock: Clock;
  readonly progress: { warn(sentence: string): void };
}

/** The key blocks alone: a certificate is no secret, and masking it would blank out outputs. */
function maskKeys(text: string, mask: (secret: string) => void): void {
  const blocks = text.match(/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?-----END [A-Z ]*PRIVATE KEY-----/g);
  for (const block of blocks ?? []) mask(block);
}
