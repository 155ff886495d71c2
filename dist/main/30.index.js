export const id = 30;
export const ids = [30,715];
export const modules = {

/***/ 7715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LIVING_STATUSES: () => (/* binding */ LIVING_STATUSES),
/* harmony export */   findCommonName: () => (/* binding */ findCommonName),
/* harmony export */   observeClient: () => (/* binding */ observeClient),
/* harmony export */   readNamedRow: () => (/* binding */ readNamedRow)
/* harmony export */ });
/* harmony import */ var _certificate_material_csr_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9239);
/* harmony import */ var _certificate_material_subject_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3491);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6085);



/**
 * Statuses that a rotation has to see (Cloudflare API reference, List Client Certificates, `status`). Revoked ones
 * stay listed for ever; of those only the ones that are on record are read, by their ids.
 */
const LIVING_STATUSES = ['pending_reactivation', 'pending_revocation', 'active'];
/**
 * Reads a row of the list where it has the common name, exactly; of the others only their ids, so that the
 * certificates of a large zone are not parsed.
 * @returns null where the row is not of the documented shape
 */
function readNamedRow(row, commonName, toCertificate) {
    const read = _wire_js__WEBPACK_IMPORTED_MODULE_2__/* .clientCertificateSchema */ .AM.safeParse(row);
    if (!read.success)
        return null;
    const key = { id: read.data.id ?? JSON.stringify(read.data), mark: '' };
    const named = read.data.common_name ?? null;
    if (named !== null && named !== commonName)
        return { ...key, kept: null };
    const certificate = toCertificate(read.data);
    return { ...key, kept: findCommonName(certificate) === commonName ? certificate : null };
}
/** The API's own field, else that of the certificate. */
function findCommonName({ name, subject }) {
    return name ?? (0,_certificate_material_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .readCommonName */ .bs)(subject);
}
/** What a certificate of the lineage means for a rotation. Nothing tells who signs in with it. */
function observeClient(certificate) {
    return {
        certificate,
        readiness: findReadiness(certificate.status),
        serves: 'unknown',
        resemblance: 'none',
        publicKeySha256: certificate.pem === null ? null : (0,_certificate_material_csr_js__WEBPACK_IMPORTED_MODULE_0__/* .publicKeySha256OfCertificate */ .Ez)(certificate.pem),
        unfitness: null,
    };
}
function findReadiness(status) {
    switch (status) {
        case 'active':
            return 'ready';
        case 'pending_reactivation':
            return 'arriving';
        case 'pending_revocation':
            return 'leaving';
        default:
            return 'dormant';
    }
}


/***/ }),

/***/ 4649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createClientRotation: () => (/* binding */ createClientRotation)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./build/src/http/errors.js
var errors = __webpack_require__(3155);
// EXTERNAL MODULE: ./build/src/providers/cloudflare/client.js
var client = __webpack_require__(9295);
;// CONCATENATED MODULE: ./build/src/providers/cloudflare/client-associations.js



/** Cloudflare API reference, List Hostname Associations. */
const associationsSchema = schemas/* looseObject */._H3({ hostnames: schemas/* optional */.lqM(schemas/* nullable */.mee(schemas/* array */.YOg(schemas/* string */.YjP()))) });
/**
 * Reads the hosts of a zone. They are shown, and nothing rests on them: a refusal is told, not thrown.
 */
async function readHostnames(transport, zoneId) {
    const path = `${client/* CLOUDFLARE_BASE_PATH */.Mb}/zones/${zoneId}/certificate_authorities/hostname_associations`;
    try {
        const hostnames = await (0,client/* sendForResult */.tr)(transport, { method: 'GET', path, retry: 'safe' }, (result) => {
            // Where there are none, the result may be empty.
            const read = associationsSchema.safeParse(result ?? {});
            return read.success ? (read.data.hostnames ?? []) : null;
        });
        return { hostnames: hostnames.toSorted() };
    }
    catch (error) {
        if (!(error instanceof errors/* ApiError */.h))
            throw error;
        return { unreadable: error.message.replace(/\.$/, '') };
    }
}

;// CONCATENATED MODULE: ./build/src/providers/cloudflare/client-description.js
/** So many hosts are named; of more, their number. */
const HOSTS_AT_MOST = 20;
/** Stands for what is made only then. */
const NEW_REQUEST = {
    pem: '<signing request on the new key>',
    publicKeySha256: '<its hash>',
    isFreshKey: true,
};
/** What the phases of a client certificate's rotation do, to whom, and what stays done. */
function describeClientRotation({ replacedId, successorId, retireBy }, { provider, commonName, validityDays, keyRequest, keptIn, hosts }) {
    const where = keptIn ?? 'files of the job';
    const creation = provider.creation.call({ validityDays, csr: NEW_REQUEST, upload: null });
    const { revoke } = provider.transitions;
    const isToBeRevoked = replacedId !== null && retireBy !== 'keep' && revoke !== undefined;
    return {
        affected: [
            `Every client that signs in as ${commonName} with the key in ${where}: it has to take the new key and certificate from there, before the old certificate is revoked.`,
            describeHosts(hosts),
            'Which of their paths demand a certificate is decided by mTLS rules of the zone, which this action does not read. A revoked certificate is turned away only where such a rule asks for cf.tls_client_auth.cert_revoked.',
        ],
        phases: {
            stage: null,
            promote: {
                what: `Makes a key (${keyRequest.keyAlgorithm}) on the runner and has a certificate signed for ${keyRequest.subject}, valid for ${validityDays} days; waits until it is active; and keeps key and certificate together in ${where}.`,
                calls: successorId === null ? [creation] : [],
            },
            retire: isToBeRevoked
                ? {
                    what: `Revokes certificate ${replacedId}, and waits until it is revoked.`,
                    calls: [revoke.call(replacedId)],
                }
                : null,
        },
        irreversible: [
            ...(successorId !== null
                ? []
                : keptIn === null
                    ? ['The new key is in files that are gone when the job ends: a later step has to keep it.']
                    : [`The key that ${keptIn} holds now is overwritten, and cannot be read back.`]),
            ...(isToBeRevoked
                ? [
                    `A revoked certificate stays listed for ever. It can be brought back with operation 'reactivate', of use only to a client that still has its key.`,
                ]
                : []),
        ],
    };
}
function describeHosts(hosts) {
    if ('unreadable' in hosts) {
        return 'Which hosts ask for a client certificate could not be read (it needs Zone · SSL and Certificates: Read).';
    }
    const { hostnames } = hosts;
    if (hostnames.length === 0) {
        return "No host of the zone is associated with Cloudflare's managed authority, so none asks for this certificate.";
    }
    const named = hostnames.slice(0, HOSTS_AT_MOST).join(', ');
    const more = hostnames.length - HOSTS_AT_MOST;
    return `Hosts that ask for a client certificate: ${named}${more > 0 ? `, and ${more} more` : ''}.`;
}

// EXTERNAL MODULE: ./build/src/providers/cloudflare/client-lineage.js
var client_lineage = __webpack_require__(7715);
;// CONCATENATED MODULE: ./build/src/providers/cloudflare/client-rotation.js



const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
/**
 * How the certificate that a client signs in with is replaced: key, create, keep, revoke. The key cannot wait
 * between two jobs, so the promote makes it; and Cloudflare does not know who uses it, so the records say what
 * serves.
 */
function createClientRotation({ provider, transport, zoneId, setup, listNamed, }) {
    const { lineageName: commonName, material, keptIn } = setup;
    const { validityDays, keyRequest } = material;
    if (commonName === null || keyRequest === null || validityDays === null) {
        throw new TypeError('A client certificate is rotated by its name, with a subject and validity-days');
    }
    let hosts = { unreadable: 'they were not read yet' };
    async function observe() {
        const [read, [rows, unnamedCount]] = await Promise.all([readHostnames(transport, zoneId), readLiving()]);
        hosts = read;
        const remarks = [];
        if ('unreadable' in hosts) {
            remarks.push(`Which hosts ask for a client certificate could not be read: ${hosts.unreadable}.`);
        }
        if (unnamedCount > 0)
            remarks.push(`Rows of the list that have no id are left out: ${unnamedCount}.`);
        return {
            certificates: rows.map(client_lineage.observeClient),
            servingKnownBy: 'ledger',
            missingId: null,
            danglingIds: [],
            settlesByItself: true,
            hasStage: false,
            successorValidity: null,
            successorLifetimeMilliseconds: (validityDays ?? 0) * DAY_MILLISECONDS,
            blockers: [{ at: 'first', violation: describeUnknown(commonName ?? '') }],
            referrers: 'hostnames' in hosts ? hosts.hostnames.map((name) => `host ${name}`) : [],
            material: {
                'validity-days': validityDays,
                subject: keyRequest?.subject ?? null,
                'key-algorithm': keyRequest?.keyAlgorithm ?? null,
                'kept in': keptIn,
            },
            unfinished: [],
            remarks,
        };
    }
    /**
     * Those on their way first: one that arrives while it is read is then found among the active ones, and never
     * missed in both lists. One that is found in several is what the last of them says.
     */
    async function readLiving() {
        const [first, second, last] = client_lineage.LIVING_STATUSES;
        const moving = await Promise.all([
            listNamed(commonName ?? '', first),
            listNamed(commonName ?? '', second),
        ]);
        const all = [...moving.flat(), ...(await listNamed(commonName ?? '', last))];
        const known = new Map();
        for (const row of all)
            if (row.id !== null)
                known.set(row.id, { ...row, id: row.id });
        return [[...known.values()], all.filter(({ id }) => id === null).length];
    }
    async function find(ids) {
        const read = await Promise.all(ids.map((id) => provider.get(id)));
        return read.flatMap((certificate, index) => certificate === null ? [] : [(0,client_lineage.observeClient)({ ...certificate, id: ids[index] ?? '' })]);
    }
    async function promote({ keyless }, tools) {
        if (keyRequest === null)
            throw new TypeError('There is no key to make');
        const { csr, privateKeyPem } = await tools.makeKey(keyRequest);
        if (!(await tools.announceKey(csr.publicKeySha256))) {
            return { result: 'overtaken', reason: 'another run is making the successor in this moment' };
        }
        // Nobody has their keys, and each takes one of the zone's places.
        for (const one of keyless)
            await tools.discard(one);
        const created = await tools.createForKey(csr, validityDays);
        const usable = await awaitUse(created, tools);
        if ('unusable' in usable) {
            const isRevoked = await tools.discard({
                certificate: created,
                publicKeySha256: csr.publicKeySha256,
            });
            const after = isRevoked ? ', so it is revoked, and its key is forgotten' : '; its key is forgotten';
            return {
                result: 'failed',
                reason: `certificate ${created.id} ${usable.unusable}${after}`,
                restored: true,
            };
        }
        const { certificate, pem } = usable;
        const bundle = { privateKeyPem, certificatePem: pem, chainPems: [] };
        if (!(await tools.keep(certificate, bundle))) {
            return { result: 'overtaken', reason: 'another run has begun to make the successor meanwhile' };
        }
        return { result: 'done', certificate };
    }
    /** Waits until it can be used; says what stands against that. */
    async function awaitUse(created, tools) {
        let latest = created;
        const isSettled = () => latest.status === 'active' && latest.pem !== null;
        await tools.poll(`certificate ${created.id} to be active`, async () => {
            if (isSettled())
                return true;
            latest = (await provider.get(created.id)) ?? latest;
            const isGoing = latest.status === 'pending_revocation' || latest.status === 'revoked';
            return isSettled() || isGoing ? true : null;
        });
        const name = (0,client_lineage.findCommonName)(latest);
        if (latest.status !== 'active')
            return { unusable: `is ${latest.status ?? 'of unknown status'}` };
        if (latest.pem === null)
            return { unusable: 'is not shown by Cloudflare, so it cannot be kept' };
        if (name !== commonName) {
            return { unusable: `has the common name ${JSON.stringify(name)}, not ${JSON.stringify(commonName)}` };
        }
        return { certificate: { ...latest, id: created.id }, pem: latest.pem };
    }
    async function retire({ replaced, heir, by }, tools) {
        if (replaced === null)
            throw new TypeError('There is nothing to retire');
        const { id } = replaced.certificate;
        const [serving, old] = await Promise.all([provider.get(heir.certificate.id), provider.get(id)]);
        if (serving?.status !== 'active') {
            const status = serving === null ? 'gone' : (serving.status ?? 'of unknown status');
            return { result: 'overtaken', reason: `certificate ${heir.certificate.id} is ${status}` };
        }
        if (old === null || by !== 'revoke')
            return { result: 'done', certificate: null };
        await tools.changeStatus(id, 'revoke', 'accepted');
        const revoked = await tools.poll(`certificate ${id} to be revoked`, async () => {
            const now = await provider.get(id);
            return now === null || now.status === 'revoked' ? { now } : null;
        });
        if (revoked === null) {
            return { result: 'pending', reason: `certificate ${id} is being revoked, and is not shown to be yet` };
        }
        return { result: 'done', certificate: replaced.certificate };
    }
    return {
        lineage: { provider: provider.name, scope: zoneId, name: commonName },
        observe,
        find,
        describe: (order) => describeClientRotation(order, { provider, commonName, validityDays, keyRequest, keptIn, hosts }),
        stage: async () => {
            throw new TypeError('A client certificate is made by its promote');
        },
        promote,
        prove: null,
        // Nothing points to a client certificate, so there is nothing to turn back.
        rollback: async ({ restored }) => ({
            result: 'refused',
            violations: [
                {
                    reason: 'a client certificate cannot be rolled back: what was kept before cannot be read again',
                    certificates: [restored.certificate.id],
                    instead: 'rotate again, which makes and keeps another key',
                    forcible: false,
                },
            ],
        }),
        retire,
    };
}
function describeUnknown(commonName) {
    return {
        reason: `there is no active certificate with the common name ${commonName}`,
        certificates: [],
        instead: "correct 'name' (operation 'list' shows them), or set successor-id to 'new' to make the first one",
        forcible: false,
    };
}


/***/ })

};
