export const id = 411;
export const ids = [411];
export const modules = {

/***/ 5411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createGatewayRotation: () => (/* binding */ createGatewayRotation)
});

// EXTERNAL MODULE: ./build/src/interface/request.js
var interface_request = __webpack_require__(6444);
// EXTERNAL MODULE: ./build/src/providers/cloudflare/client.js
var client = __webpack_require__(9295);
// EXTERNAL MODULE: ./build/src/providers/cloudflare/wire.js
var wire = __webpack_require__(6085);
;// CONCATENATED MODULE: ./build/src/providers/cloudflare/gateway-configuration.js


/** Stands for Cloudflare's own root, which expired in 2025. */
const NIL_ID = '00000000-0000-0000-0000-000000000000';
function createGatewayConfiguration(transport, accountId) {
    const path = `${client/* CLOUDFLARE_BASE_PATH */.Mb}/accounts/${accountId}/gateway/configuration`;
    return {
        read: () => (0,client/* sendForResult */.tr)(transport, { method: 'GET', path, retry: 'safe' }, readConfigured),
        callToUse: (id) => ({
            method: 'PATCH',
            path,
            json: { settings: { certificate: { id } } },
            retry: 'unsent',
        }),
        send: (call) => (0,client/* sendForResult */.tr)(transport, call, readConfigured),
    };
}
function readConfigured(result) {
    const read = wire/* gatewayConfigurationSchema */.YW.safeParse(result);
    if (!read.success)
        return null;
    const id = read.data.settings?.certificate?.id?.toLowerCase() ?? '';
    if (id === '')
        return { kind: 'unset' };
    return id === NIL_ID ? { kind: 'nil' } : { kind: 'certificate', id };
}

// EXTERNAL MODULE: ./build/src/providers/cloudflare/gateway-creation.js
var gateway_creation = __webpack_require__(6660);
;// CONCATENATED MODULE: ./build/src/providers/cloudflare/gateway-description.js

/** Stands for an id that the vendor has yet to give. */
const NEW_ID = '<new certificate>';
/** What the phases of a Gateway rotation do, to whom, and what stays done. */
function describeGatewayRotation({ successorId, replacedId, retireBy }, { provider, configuration, request, accountId }) {
    const { activate, deactivate } = provider.transitions;
    const id = successorId ?? NEW_ID;
    const days = request.validityDays ?? gateway_creation/* DEFAULT_VALIDITY_DAYS */.rt;
    const activation = activate === undefined ? [] : [shown(activate.call(id), id)];
    const stage = {
        what: successorId === null
            ? `Creates a certificate that is valid for ${days} days, activates it, and waits until it is available. Devices with the Cloudflare One Client on Windows, macOS and Debian install it by themselves; others need it from you.`
            : `Activates certificate ${id} where it is not available yet, and waits.`,
        calls: [...(successorId === null ? [provider.creation.call(request)] : []), ...activation],
    };
    const promote = {
        what: `Sets certificate ${id} in the Gateway configuration, and waits until it is in use. No other setting is sent.`,
        calls: [configuration.callToUse(id)],
    };
    const removal = [
        ...(deactivate === undefined ? [] : [deactivate.call(replacedId ?? '')]),
        ...(retireBy === 'delete' && provider.deletion !== null
            ? [provider.deletion.call(replacedId ?? '')]
            : []),
    ];
    return {
        affected: [
            `Every device whose HTTPS traffic Gateway inspects in account ${accountId}: from the promote on, sites open without a warning only where the device trusts the new certificate.`,
            'iOS, Android, ChromeOS and other Linux devices do not install it by themselves, and settings take up to ten minutes to reach a device.',
        ],
        phases: {
            stage,
            promote,
            retire: replacedId === null || retireBy === 'keep'
                ? null
                : {
                    what: retireBy === 'delete'
                        ? `Deactivates certificate ${replacedId}, waits until it is inactive, and deletes it.`
                        : `Deactivates certificate ${replacedId}, and waits until it is inactive.`,
                    calls: removal,
                },
        },
        irreversible: [
            ...(successorId === null
                ? ['The creation counts against the 3 that an account has in 24 hours; deleting gives nothing back.']
                : []),
            ...(replacedId === null
                ? ['There is no certificate to go back to: the promote is a first installation.']
                : []),
            ...(replacedId !== null && retireBy === 'delete'
                ? [`Certificate ${replacedId} is gone once it is deleted.`]
                : []),
        ],
    };
}
/** The path as people read it: the id that stands for a new one is not encoded. */
function shown(call, id) {
    return { ...call, path: call.path.replace(encodeURIComponent(id), id) };
}

// EXTERNAL MODULE: ./build/src/certificate/time.js
var time = __webpack_require__(4188);
;// CONCATENATED MODULE: ./build/src/providers/cloudflare/gateway-observation.js


const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
/** What the account's certificates and its configuration mean for a rotation. */
function observeGateway(reading) {
    const { rows, configured, lookalikes, validityDays, accountId } = reading;
    const known = rows.flatMap((row) => (row.id === null ? [] : [{ ...row, id: row.id }]));
    const alike = new Set(lookalikes.map(({ id }) => id));
    const certificates = known.map((certificate) => ({
        certificate,
        serves: findUse(certificate, configured),
        readiness: findReadiness(certificate),
        resemblance: alike.has(certificate.id) ? 'likely' : 'none',
        publicKeySha256: null,
        unfitness: certificate.type === 'custom' ? describeCustom(certificate, 'cannot be the successor') : null,
    }));
    const configuredId = configured.kind === 'certificate' ? configured.id : null;
    return {
        certificates,
        servingKnownBy: 'provider',
        missingId: configuredId === null || known.some(({ id }) => id.toLowerCase() === configuredId)
            ? null
            : configuredId,
        danglingIds: [],
        settlesByItself: true,
        hasStage: true,
        successorLifetimeMilliseconds: (validityDays ?? gateway_creation/* DEFAULT_VALIDITY_DAYS */.rt) * DAY_MILLISECONDS,
        successorValidity: null,
        blockers: [...findCustomBlockers(certificates), ...findQuotaBlockers(reading)],
        referrers: [`Gateway configuration of account ${accountId}`],
        material: { 'validity-days': validityDays ?? gateway_creation/* DEFAULT_VALIDITY_DAYS */.rt },
        unfinished: [],
        remarks: findRemarks(reading, known.length),
    };
}
/**
 * Two sources say what serves, the row's `in_use` and the configuration; only together they prove it. A row that
 * leaves `in_use` out contradicts nothing. One that is not at the edge cannot serve, whatever they say.
 */
function findUse({ id, inUse, status }, configured) {
    switch (configured.kind) {
        case 'certificate':
            if (id.toLowerCase() === configured.id) {
                const isOff = status === 'inactive' || status === 'pending_deletion';
                return inUse === false || isOff ? 'arriving' : 'yes';
            }
            return inUse === true ? 'departing' : 'no';
        case 'nil':
            return inUse === true ? 'departing' : 'no';
        case 'unset':
            return inUse === true ? 'yes' : 'no';
    }
}
function findReadiness({ status, inUse }) {
    switch (status) {
        case 'available':
            return 'ready';
        case 'pending_deployment':
            return 'arriving';
        case 'pending_deletion':
            return 'leaving';
        default:
            // A row without a status that is in use is at the edge.
            return status === null && inUse === true ? 'ready' : 'dormant';
    }
}
function findCustomBlockers(certificates) {
    return certificates
        .filter(({ certificate, serves }) => certificate.type === 'custom' && serves !== 'no')
        .map(({ certificate }) => ({
        at: 'always',
        violation: describeCustom(certificate, 'is in use'),
    }));
}
function describeCustom({ id }, what) {
    return {
        reason: `certificate ${id} is a custom one, and ${what}: the account brought it itself`,
        certificates: [id],
        instead: "replace it where it was uploaded, in the account's mtls_certificates, and choose the new one in the Gateway configuration; or turn to a Cloudflare-generated certificate there, which can be rotated",
        forcible: false,
    };
}
/** Cloudflare One documentation, User-side certificates: creations in 24 hours, certificates available at once. */
function findQuotaBlockers({ rows, now }) {
    const blockers = [];
    const creations = rows
        .filter(({ type }) => type !== 'custom')
        .flatMap((row) => (row.createdAt === null ? [] : [{ id: row.id ?? '', at: row.createdAt.getTime() }]))
        .filter(({ at }) => now.getTime() - at < DAY_MILLISECONDS)
        .sort((a, b) => b.at - a.at);
    const frees = creations[gateway_creation/* CREATIONS_A_DAY */.AJ - 1];
    if (frees !== undefined) {
        blockers.push({
            at: 'create',
            violation: {
                reason: `${creations.length} certificates were created in the last 24 hours, and Cloudflare allows ${gateway_creation/* CREATIONS_A_DAY */.AJ}`,
                certificates: creations.map(({ id }) => id),
                instead: `run again after ${(0,time/* formatDate */.Yq)(new Date(frees.at + DAY_MILLISECONDS))}, or set successor-id to one of them; deleting one gives nothing back`,
                forcible: false,
            },
        });
    }
    const atEdge = rows.filter(({ status }) => status === 'available' || status === 'pending_deployment');
    if (atEdge.length >= gateway_creation/* AVAILABLE_AT_ONCE */.Mz) {
        blockers.push({
            at: 'stage',
            violation: {
                reason: `${atEdge.length} certificates are available, and Cloudflare allows ${gateway_creation/* AVAILABLE_AT_ONCE */.Mz}`,
                certificates: atEdge.map(({ id }) => id ?? ''),
                instead: "take one that nobody needs from the edge first, with operation 'deactivate'",
                forcible: false,
            },
        });
    }
    return blockers;
}
function findRemarks({ rows, configured }, knownCount) {
    const remarks = [];
    if (configured.kind === 'unset') {
        remarks.push('The Gateway configuration names no certificate at all; once it does, that cannot be unset again.');
    }
    if (configured.kind === 'nil') {
        remarks.push("The Gateway configuration names Cloudflare's own root, which expired on 2025-02-02.");
    }
    if (rows.length > knownCount) {
        remarks.push(`${rows.length - knownCount} rows of the list have no id and are left out.`);
    }
    return remarks;
}

;// CONCATENATED MODULE: ./build/src/providers/cloudflare/gateway-rotation.js




/** How the certificate that inspects an account's traffic is replaced: create, activate, turn on, deactivate, delete. */
function createGatewayRotation(context) {
    const { provider, accountId, clock } = context;
    const configuration = createGatewayConfiguration(context.transport, accountId);
    const request = { validityDays: context.material.validityDays, csr: null, upload: null };
    async function observe() {
        const [rows, configured] = await Promise.all([provider.list(interface_request/* EVERYTHING */.Qz), configuration.read()]);
        return observeGateway({
            accountId,
            rows,
            configured,
            validityDays: request.validityDays,
            lookalikes: provider.creation.recognise(rows, request),
            now: new Date(clock.now()),
        });
    }
    async function stage({ successor }, tools) {
        const certificate = successor?.certificate ?? (await tools.create(request));
        if (certificate === null) {
            return { result: 'overtaken', reason: 'another run is making the successor in this moment' };
        }
        if (successor?.readiness !== 'ready')
            await tools.changeStatus(certificate.id, 'activate');
        return { result: 'done', certificate };
    }
    /** Sets the certificate, and waits until both the configuration and its own row say that it serves. */
    async function turnTo(id, tools) {
        const call = configuration.callToUse(id);
        const isSet = async () => {
            const now = await configuration.read();
            return now.kind === 'certificate' && now.id === id.toLowerCase() ? now : null;
        };
        const before = await configuration.read();
        if (before.kind !== 'certificate' || before.id !== id.toLowerCase()) {
            await tools.sendLookingFirst(() => configuration.send(call), isSet);
            tools.log(`Certificate ${id} is set in the Gateway configuration`);
        }
        const outcome = await tools.poll(`certificate ${id} to be in use`, async () => {
            const [now, certificate] = await Promise.all([configuration.read(), provider.get(id)]);
            const isSame = now.kind === before.kind &&
                (now.kind !== 'certificate' || before.kind !== 'certificate' || now.id === before.id);
            if (now.kind !== 'certificate' || now.id !== id.toLowerCase()) {
                // A reading may lag behind what was just set.
                return isSame
                    ? null
                    : { result: 'overtaken', reason: 'somebody has set another certificate since' };
            }
            if (certificate === null || certificate.status !== 'available') {
                const status = certificate === null ? 'gone' : (certificate.status ?? 'of unknown status');
                return { result: 'overtaken', reason: `certificate ${id} is ${status}, so it cannot serve` };
            }
            return certificate.inUse === false ? null : { result: 'done', certificate: { ...certificate, id } };
        });
        return (outcome ?? { result: 'pending', reason: `certificate ${id} is set, and is not shown to be in use yet` });
    }
    async function promote({ successor }, tools) {
        if (successor === null)
            throw new TypeError('A Gateway certificate is staged before it is promoted');
        const { id } = successor.certificate;
        const fresh = await provider.get(id);
        if (fresh?.status !== 'available') {
            const reason = `certificate ${id} is ${fresh === null ? 'gone' : (fresh.status ?? 'of unknown status')}`;
            return { result: 'overtaken', reason };
        }
        return turnTo(id, tools);
    }
    async function rollback({ failedId, restored }, tools) {
        const now = await observe();
        const failed = find(now, failedId);
        const target = find(now, restored.certificate.id);
        const isSetToFailed = now.missingId === failedId || failed?.serves === 'arriving';
        const cannotServe = failed === null || failed.readiness === 'dormant' || failed.readiness === 'leaving';
        if (!isSetToFailed || !cannotServe || target?.readiness !== 'ready') {
            return { result: 'overtaken', reason: 'what stands has changed before the rollback' };
        }
        return turnTo(restored.certificate.id, tools);
    }
    async function retire({ replaced, heir, by }, tools) {
        if (replaced === null)
            throw new TypeError('There is nothing to retire');
        const { id } = replaced.certificate;
        const now = await observe();
        const old = find(now, id);
        const serving = find(now, heir.certificate.id);
        if (serving?.serves !== 'yes' || serving.readiness !== 'ready') {
            const reason = `certificate ${heir.certificate.id} is not the one that serves any more`;
            return { result: 'overtaken', reason };
        }
        if (old === null)
            return { result: 'done', certificate: null };
        if (old.serves !== 'no')
            return { result: 'overtaken', reason: `certificate ${id} is in use again` };
        if (old.readiness !== 'dormant')
            await tools.changeStatus(id, 'deactivate');
        if (by === 'delete')
            await tools.remove(id);
        return { result: 'done', certificate: old.certificate };
    }
    return {
        lineage: { provider: provider.name, scope: accountId, name: 'in-use' },
        observe,
        describe: (order) => describeGatewayRotation(order, { provider, configuration, request, accountId }),
        stage,
        promote,
        prove: null,
        rollback,
        retire,
    };
}
function find({ certificates }, id) {
    return certificates.find(({ certificate }) => certificate.id === id) ?? null;
}


/***/ })

};
