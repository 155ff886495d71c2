/** Every output and what it holds, in the order of action.yml. An output that cannot be known is not set. */
export const outputNotes = {
  id: "The certificate's id at the vendor. With several certificates this and the other single values are of the most urgent.",
  fingerprint: 'SHA-256 fingerprint: upper-case hex, colon-separated, 32 octets of two digits.',
  status: "The vendor's word for its state; `deleted` after a delete.",
  name: "The certificate's name, where the vendor has one.",
  'expires-on': 'End of validity, ISO 8601 in UTC.',
  'days-left': 'Whole days until then; negative once expired.',
  'in-use': '`true` or `false`; not set where the vendor does not say.',
  changed:
    '`true` where this step changed something at the vendor, `false` where it found nothing to change.',
  adopted:
    '`true` where the answer to a `create` was lost and the new certificate was found by listing; else `false`. Set by `create`.',
  verdict: '`ok`, `warn` or `fail`. Set where `fail-within` or `warn-within` is given, and by every `audit`.',
  count: 'How many certificates the operation ended with.',
  'expiring-count': 'How many of those that count are within a threshold and not expired.',
  'expired-count': 'How many of those that count have expired.',
  certificates:
    'JSON array of the certificates without PEM, most urgent first, cut at whole records to stay below 100 KiB.',
  truncated: '`true` where `certificates` was cut.',
  'certificates-path': 'JSON file with every certificate, PEM included (an `audit` leaves the PEM out).',
  complete:
    '`true` where an `audit` could read every target, else `false`: then what is missing in its reports is not mended.',
  'report-directory': 'Folder with the reports of an `audit`; it stays until the job ends.',
  'issue-url': 'Address of the issue that an `audit` keeps, where there is one.',
  'private-key-path':
    'File of the private key that was made on the runner (mode 0600); the post step removes it.',
  'csr-path': 'File of the certificate signing request that was sent.',
  'previous-id':
    'Id of the certificate that `id` replaces, or has replaced. Set by `rotate` once there is a successor.',
  'rotation-state':
    'Where a rotation stands: `not-due`, `planned`, `soaking`, `staged`, `promoting`, `overlapping`, `promoted`, `retired`, `rolled-back`, `rollback-failed` or `blocked`.',
  'next-phase':
    'The phase of a rotation that can be done now: `stage`, `promote` or `retire`; `none` where there is nothing to do or something to wait for.',
  plan: 'What each phase of a rotation does, to whom, and what cannot be undone: Markdown for the one who approves it.',
  'plan-digest':
    'SHA-256 of what the plan rests on (lineage, certificate to be replaced, who refers to it, policy, material), for `expect-plan`.',
  'certificate-path': 'PEM file of the certificate that `id` names.',
} as const;

export type OutputName = keyof typeof outputNotes;
export const outputNames = Object.keys(outputNotes) as readonly OutputName[];
