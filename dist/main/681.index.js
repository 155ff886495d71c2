export const id = 681;
export const ids = [681];
export const modules = {

/***/ 3681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createZpaRotation: () => (/* binding */ createZpaRotation)
});

// EXTERNAL MODULE: ./build/src/http/errors.js
var errors = __webpack_require__(3155);
// EXTERNAL MODULE: ./build/src/interface/request.js
var request = __webpack_require__(6444);
// EXTERNAL MODULE: ./build/src/certificate/material/subject.js
var material_subject = __webpack_require__(3491);
// EXTERNAL MODULE: ./build/src/providers/zscaler/scope.js
var zscaler_scope = __webpack_require__(1901);
;// CONCATENATED MODULE: ./build/src/providers/zscaler/lineage.js


/**
 * The certificates of one lineage: of its name, of its name with the beginning of their own fingerprint, and those
 * that are what is to be uploaded.
 */
function findMembers(rows, name, upload, scope) {
    return rows
        .flatMap((row) => (row.id === null ? [] : [{ ...row, id: row.id }]))
        .filter((row) => (0,zscaler_scope/* isInTarget */.jE)(row, scope))
        .filter((row) => row.name === name ||
        (row.fingerprint !== null && row.name === nameStaged(name, row.fingerprint)) ||
        isUpload(row, upload));
}
/** The name of a certificate that does not have the lineage's own: names tell certificates apart. */
function nameStaged(name, fingerprint) {
    return `${name}-${fingerprint.replaceAll(':', '').slice(0, 8).toLowerCase()}`;
}
function isUpload({ fingerprint }, upload) {
    return upload !== null && fingerprint === upload.plan.fingerprint;
}
/** Whether a name is that of the lineage, or may be that of one of its staged certificates. */
function isNameOf(name, lineageName) {
    return name === lineageName || (name.startsWith(`${lineageName}-`) && STAGED_SUFFIX.test(name));
}
const STAGED_SUFFIX = /-[0-9a-f]{8}$/;
/** Those that refer to any of the certificates. */
function findReferrersOf(ids, rows) {
    return rows.filter(({ refersTo }) => refersTo.some((id) => ids.has(id)));
}
/**
 * What serves is what is referred to. Where some refer to one and some to another, the newer one is on its way in.
 * Where nobody refers to any, the name says which one it is; without one of that name, it is the newest valid one.
 */
function findServing(members, referrers, { name, upload }) {
    const referredTo = new Set(referrers.flatMap(({ refersTo }) => refersTo));
    const used = members.filter(({ id }) => referredTo.has(id));
    const newestFirst = (all) => [...all].sort((a, b) => Number(isUpload(b, upload)) - Number(isUpload(a, upload)) || compareAge(b, a));
    if (used.length > 1) {
        const [to = null, ...from] = newestFirst(used);
        return { serving: null, to, from };
    }
    if (used.length === 1)
        return { serving: used[0] ?? null, to: null, from: [] };
    const named = newestFirst(members.filter((one) => one.name === name));
    const valid = newestFirst(members.filter(({ status }) => status === 'valid'));
    return { serving: named[0] ?? valid[0] ?? newestFirst(members)[0] ?? null, to: null, from: [] };
}
/** Ids grow, and are longer than a number can hold. */
function compareAge(a, b) {
    const created = (a.createdAt?.getTime() ?? 0) - (b.createdAt?.getTime() ?? 0);
    return created || a.id.length - b.id.length || (a.id < b.id ? -1 : 1);
}
/** The host names that a certificate is for. */
function namesOf({ sans, subject }) {
    if (sans !== null && sans.length > 0)
        return sans;
    const commonName = (0,material_subject/* readCommonName */.bs)(subject);
    return commonName === null ? [] : [commonName];
}

// EXTERNAL MODULE: ./build/src/providers/zscaler/referrers.js
var referrers = __webpack_require__(5813);
// EXTERNAL MODULE: ./build/src/providers/zscaler/client.js
var client = __webpack_require__(8902);
;// CONCATENATED MODULE: ./build/src/providers/zscaler/references.js
/** How lists of apps in what is read are named in what is written (recorded updates; official clients). */
const TYPED_LISTS = [
    { list: 'inspectionApps', type: 'INSPECT', idField: 'inspectAppId' },
    { list: 'praApps', type: 'SECURE_REMOTE_ACCESS', idField: 'praAppId' },
];
const ID_FIELDS = ['baAppId', 'inspectAppId', 'praAppId', 'id'];
/** Read in both forms, and taken back in one (ZPA help, Updating Applications). */
const PORT_FORMS = [
    ['tcpPortRange', 'tcpPortRanges'],
    ['udpPortRange', 'udpPortRanges'],
];
/** Every reference of an object, each once, wherever it stands: flat, in `clientlessApps`, in `appsConfig`. */
function findReferences(object) {
    const found = new Map();
    visit(object, (reference) => {
        found.set(`${reference.key} ${reference.certificateId}`, reference);
        return null;
    });
    return [...found.values()];
}
/**
 * The object as it is sent back: other certificates where `choose` says so, and all else as it came. An
 * application's ports go in one form only, `weightedLoadBalancing` not at all, and its Inspect and PRA apps also in
 * `commonAppsDto`, in which form they are taken (ZPA help, Updating Applications; recorded updates).
 */
function repoint(object, choose) {
    const body = { ...visit(object, choose) };
    if (!('domainNames' in body))
        return body;
    delete body.weightedLoadBalancing;
    for (const [pairs, flat] of PORT_FORMS)
        if (pairs in body)
            delete body[flat];
    const configured = configureApps(body);
    return configured === null ? body : { ...body, commonAppsDto: configured };
}
function configureApps(body) {
    const given = isObject(body.commonAppsDto) ? body.commonAppsDto : {};
    const config = listOf(given.appsConfig);
    const known = new Set(config.flatMap((app) => ID_FIELDS.map((field) => `${field} ${String(app[field])}`)));
    const more = TYPED_LISTS.flatMap(({ list, type, idField }) => listOf(body[list])
        .filter(({ id }) => !known.has(`${idField} ${String(id)}`))
        .map((app) => ({ ...app, appTypes: [type], [idField]: app.id })));
    return more.length === 0 ? null : { ...given, appsConfig: [...config, ...more] };
}
/** A copy in which every reference names what was chosen; the certificate's name is left out where it changes. */
function visit(value, choose) {
    if (Array.isArray(value))
        return value.map((item) => visit(item, choose));
    if (!isObject(value))
        return value;
    const copy = Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, visit(inner, choose)]));
    const { certificateId } = value;
    if (typeof certificateId !== 'string' && typeof certificateId !== 'number')
        return copy;
    if (certificateId === '')
        return copy;
    const chosen = choose({ key: keyOf(value), certificateId: String(certificateId) });
    if (chosen === null)
        return copy;
    const { certificateName: _name, ...rest } = copy;
    return { ...rest, certificateId: chosen };
}
function keyOf(object) {
    const field = ID_FIELDS.find((name) => object[name] !== undefined && object[name] !== null);
    return field === undefined ? '' : String(object[field]);
}
function listOf(value) {
    return Array.isArray(value) ? value.filter(isObject) : [];
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/src/providers/zscaler/repointing.js




/** An object that could not be pointed elsewhere, for good; what it names now is not certain. */
class RepointingFailure extends Error {
    name = 'RepointingFailure';
}
/** The objects of the referrers, each once. */
function groupByObject(referrers, scope) {
    const objects = new Map();
    for (const { objectPath, microtenantId, title } of referrers) {
        if (objectPath === null)
            continue;
        const known = objects.get(objectPath);
        const query = (0,zscaler_scope/* microtenantQuery */.pM)({ ...scope, microtenantId: microtenantId ?? scope.microtenantId });
        objects.set(objectPath, { path: objectPath, query, titles: [...(known?.titles ?? []), title] });
    }
    return [...objects.values()];
}
/** The change of an object as a plan shows it: what else is in it is known once it is read. */
function describeRepointing({ path, query }, certificateId) {
    const shownJson = { '…': 'all else as it is read just before', certificateId };
    return { method: 'PUT', path, query, json: shownJson, shownJson, retry: 'unsent' };
}
/**
 * Points an object's references elsewhere: reads it, sends it back whole with nothing else changed, and reads it
 * again until it shows that.
 * @returns what each changed reference named before, by its key; empty where there was nothing to change.
 * @throws RepointingFailure where ZPA refuses it, or does not show it within `wait-timeout`; ApiError where it cannot
 * be told
 */
async function repointObject(transport, object, choose, tools) {
    const { path, query } = object;
    const what = object.titles.join(', ');
    const read = () => readObject(transport, object);
    const before = await read();
    const wanted = new Map();
    const former = new Map();
    for (const reference of findReferences(before ?? {})) {
        const chosen = choose(reference);
        if (chosen === null || chosen === reference.certificateId)
            continue;
        wanted.set(reference.key, chosen);
        former.set(reference.key, reference.certificateId);
    }
    if (before === null || wanted.size === 0)
        return new Map();
    const isDone = async () => {
        const now = await read();
        const left = findReferences(now ?? {}).filter(({ key, certificateId }) => {
            const chosen = wanted.get(key);
            return chosen !== undefined && certificateId === former.get(key);
        });
        return left.length === 0 ? true : null;
    };
    const call = { method: 'PUT', path, query, json: repoint(before, choose), retry: 'unsent' };
    try {
        await tools.sendLookingFirst(async () => {
            await transport.send(call);
            return true;
        }, isDone);
    }
    catch (error) {
        if (isRefusal(error))
            throw new RepointingFailure(`${what} refused it (${error.message})`, { cause: error });
        throw error;
    }
    const shown = await tools.poll(`${what} to name the other certificate`, isDone);
    if (shown === null)
        throw new RepointingFailure(`${what} took it, and does not show it`);
    tools.log(`${what}: certificate ${[...new Set(wanted.values())].join(', ')} in place of ${[...new Set(former.values())].join(', ')}`);
    return former;
}
/** Null where there is no such object any more. */
async function readObject(transport, { path, query }) {
    try {
        return await (0,client/* sendForJson */.WI)(transport, { method: 'GET', path, query, retry: 'safe' }, (json) => typeof json === 'object' && json !== null && !Array.isArray(json) ? json : null);
    }
    catch (error) {
        if ((0,client/* isAbsence */.Md)(error))
            return null;
        throw error;
    }
}
/** The vendor's last word on what was sent; all else may pass by itself. */
function isRefusal(error) {
    if (!(error instanceof errors/* ApiError */.h) || error.mayHaveArrived || error.status === null)
        return false;
    return error.status >= 400 && error.status < 500 && ![401, 408, 409, 429].includes(error.status);
}

;// CONCATENATED MODULE: ./build/src/certificate/coverage.js
/**
 * Whether one of a certificate's names covers a host name: the same one, or a wildcard that stands for exactly its
 * first label (RFC 9525, section 6.3; ZPA help, Uploading Web Server Certificates). A wildcard name is covered by
 * itself alone.
 */
function coversName(names, name) {
    const wanted = normalise(name);
    const [label = '', ...rest] = wanted.split('.');
    const wildcard = label === '*' || rest.length === 0 ? null : ['*', ...rest].join('.');
    return names.some((one) => {
        const given = normalise(one);
        return given === wanted || given === wildcard;
    });
}
function normalise(name) {
    return name.trim().toLowerCase().replace(/\.$/, '');
}

;// CONCATENATED MODULE: ./build/src/providers/zscaler/zpa-blockers.js



/** What stands against the phases of a ZPA rotation, whoever the successor is. */
function findBlockers({ name, rows, upload, scope }, { serving, to, referrers, withheld }) {
    const blockers = findElsewhere(rows, name, scope).map((violation) => ({
        at: 'first',
        violation,
    }));
    const managed = referrers.filter(({ isManaged }) => isManaged);
    for (const at of managed.length === 0 ? [] : ['create', 'promote']) {
        blockers.push({ at, violation: describeManaged(managed, serving) });
    }
    if (upload === null)
        blockers.push({ at: 'create', violation: describeMissing(name) });
    else if (serving !== null && isUpload(serving, upload)) {
        blockers.push({ at: 'create', violation: describeSame(serving) });
    }
    else {
        const violations = findUncovered(upload.plan, serving, referrers);
        for (const at of ['create', 'promote']) {
            blockers.push(...violations.map((violation) => ({ at, violation })));
        }
    }
    const replaced = to === null ? serving : null;
    if (replaced !== null) {
        blockers.push(...(0,zscaler_scope/* findEntryViolations */.Q8)(replaced, scope).map((violation) => ({ at: 'retire', violation })));
    }
    blockers.push(...withheld.map((reason) => ({ at: 'retire', violation: describeWithheld(reason, serving) })));
    return blockers;
}
/**
 * Names that the new certificate would leave without one: those of the old one, and the domains of what refers to
 * it. At most one violation of each kind.
 */
function findUncovered(successor, replaced, referrers) {
    const names = namesOf(successor);
    const has = `the new certificate has ${names.length === 0 ? 'no name at all' : names.join(', ')}`;
    const violations = [];
    const lost = replaced === null ? [] : namesOf(replaced).filter((name) => !coversName(names, name));
    if (replaced !== null && lost.length > 0) {
        violations.push({
            reason: `certificate ${replaced.id} is also for ${lost.join(', ')}; ${has}`,
            certificates: [replaced.id],
            instead: 'have a certificate issued with all of its names; a wildcard stands for one label only',
            forcible: false,
        });
    }
    const bare = referrers.filter(({ domain }) => domain !== null && !coversName(names, domain));
    if (bare.length > 0) {
        violations.push({
            reason: `${bare.map(({ title }) => title).join('; ')} would serve a certificate that is not for ${bare.length === 1 ? 'its' : 'their'} domain; ${has}`,
            certificates: replaced === null ? [] : [replaced.id],
            instead: 'have a certificate issued that covers every domain, or give those another certificate first',
            forcible: false,
        });
    }
    return violations;
}
/** Where the name is another microtenant's, that is what is wrong. */
function findElsewhere(rows, name, scope) {
    const elsewhere = rows.filter((row) => row.name === name && !(0,zscaler_scope/* isInTarget */.jE)(row, scope));
    return elsewhere.length === 0
        ? [describeUnknown(name)]
        : elsewhere.flatMap((row) => (0,zscaler_scope/* findEntryViolations */.Q8)(row, scope));
}
function describeManaged(managed, serving) {
    const id = serving?.id ?? 'the certificate';
    return {
        reason: managed
            .map(({ title }) => `${title} names ${id}, and Zscaler manages it, so that no other can be chosen for it`)
            .join('; '),
        certificates: serving === null ? [] : [serving.id],
        instead: 'have it managed by yourself in the admin portal, or take the certificate away from it there',
        forcible: false,
    };
}
function describeUnknown(name) {
    return {
        reason: `there is no certificate named ${name}`,
        certificates: [],
        instead: "correct 'name' (operation 'list' shows them), or set successor-id to 'new' to upload the first one",
        forcible: false,
    };
}
function describeMissing(name) {
    return {
        reason: `there is no certificate to take the place of ${name}: ZPA only takes what is uploaded`,
        certificates: [],
        instead: "have it renewed, and give it as 'certificate' and 'private-key' (and 'chain')",
        forcible: false,
    };
}
function describeSame({ id }) {
    return {
        reason: `the certificate that is given is ${id}, which serves now`,
        certificates: [id],
        instead: "give the renewed one as 'certificate' and 'private-key'",
        forcible: false,
    };
}
function describeWithheld(reason, certificate) {
    return {
        reason: reason.replace(/\.$/, ''),
        certificates: certificate === null ? [] : [certificate.id],
        instead: "give the API client a role that may read them, or set retire-by to 'keep'",
        forcible: false,
    };
}

;// CONCATENATED MODULE: ./build/src/providers/zscaler/zpa-description.js

/** Stands for an id that the vendor has yet to give. */
const NEW_ID = '<new certificate>';
/** What the phases of a ZPA rotation do, to whom, and what stays done. */
function describeZpaRotation({ successorId, replacedId, retireBy }, { provider, scope, name, upload, lineage, hosts }) {
    const id = successorId ?? NEW_ID;
    const referrers = lineage?.referrers ?? [];
    const objects = groupByObject(referrers, scope);
    const count = `${objects.length} ${objects.length === 1 ? 'object' : 'objects'}`;
    const rename = (certificateId, wanted) => describeRename(provider, certificateId, wanted);
    const promote = {
        what: objects.length === 0
            ? `Hands the name ${name} on to certificate ${id}: nothing refers to the old one.`
            : `Points ${count} to certificate ${id}, each read just before and with nothing else changed, and reads each again.${hosts.length === 0 ? '' : ` Then ${hosts.join(', ')} must serve it over TLS; otherwise all are pointed back.`}`,
        calls: [
            ...objects.map((object) => describeRepointing(object, id)),
            ...(objects.length === 0 && replacedId !== null
                ? [rename(replacedId, '<another name>'), rename(id, name)]
                : []),
        ],
    };
    const isNameLeft = objects.length > 0 || (lineage?.observation.unfinished.length ?? 0) > 0;
    return {
        affected: referrers.map(({ title }) => `${title}: from the promote on it serves the new certificate.`),
        phases: {
            stage: describeStage(successorId, upload, provider),
            promote,
            retire: retireBy === 'keep'
                ? null
                : describeRetire(replacedId, name, [
                    ...(replacedId === null || provider.deletion === null
                        ? []
                        : [provider.deletion.call(replacedId)]),
                    ...(isNameLeft ? [rename(id, name)] : []),
                ]),
        },
        irreversible: [
            ...(replacedId === null
                ? ['There is no certificate to go back to: the promote is a first installation.']
                : []),
            ...(replacedId !== null && retireBy === 'delete'
                ? [
                    `Certificate ${replacedId} is gone once it is deleted, and its private key with it: ZPA gives no key back.`,
                ]
                : []),
        ],
    };
}
/** The change of a name as a plan shows it: the description is sent along as it is read. */
function describeRename({ update }, certificateId, name) {
    if (update === null)
        throw new TypeError('A ZPA certificate can be renamed');
    const entry = { id: certificateId, name, vendor: {} };
    const call = update.call(entry, { name, description: null });
    return { ...call, path: call.path.replace(encodeURIComponent(certificateId), certificateId) };
}
function describeStage(successorId, upload, provider) {
    if (successorId !== null)
        return { what: `Certificate ${successorId} is uploaded.`, calls: [] };
    if (upload === null)
        return { what: 'Nothing can be uploaded: no certificate is given.', calls: [] };
    return {
        what: `Uploads the certificate as ${upload.name}, and reads it back.`,
        calls: [provider.creation.call({ validityDays: null, csr: null, upload })],
    };
}
function describeRetire(replacedId, name, calls) {
    if (calls.length === 0)
        return null;
    const renames = calls.some(({ method }) => method === 'PUT');
    const taking = `renames the successor to ${name}.`;
    if (replacedId === null)
        return { what: `R${taking.slice(1)}`, calls };
    const deletion = `Looks again that nothing refers to certificate ${replacedId}, and deletes it`;
    return { what: renames ? `${deletion}; then ${taking}` : `${deletion}.`, calls };
}

;// CONCATENATED MODULE: ./build/src/providers/zscaler/dangling.js


/** Everything that names a certificate which is not there. */
function findDangling(referrers, existingIds) {
    return referrers.flatMap((referrer) => referrer.refersTo.filter((id) => !existingIds.has(id)).map((id) => ({ id, referrer })));
}
/**
 * Which of them the lineage's was: one that is shown with its name; or, where nothing refers to any certificate of
 * the lineage, one that is named by a host which they are for. Null where there is no such.
 */
function findOwnDangling(dangling, lineage) {
    const byName = dangling.find(({ referrer: { certificateName } }) => certificateName !== null && isNameOf(certificateName, lineage.name));
    if (byName !== undefined)
        return byName.id;
    if (lineage.isReferredTo)
        return null;
    const byHost = dangling.find(({ referrer: { domain } }) => domain !== null && coversName(lineage.hostNames, domain));
    return byHost?.id ?? null;
}
/** What people should know of them: one sentence each. */
function remarkOnDangling(dangling) {
    return dangling.map(({ id, referrer }) => `${referrer.title}: certificate ${id}, which is named there, does not exist. Choose another one there.`);
}

;// CONCATENATED MODULE: ./build/src/providers/zscaler/zpa-observation.js




/** What a tenant's certificates, applications and portals mean for the rotation of one name. */
function observeZpa(reading) {
    const { name, rows, readings, upload, scope } = reading;
    const members = findMembers(rows, name, upload, scope);
    const everything = readings.flatMap(({ rows: found }) => (found instanceof errors/* ApiError */.h ? [] : found));
    const memberIds = new Set(members.map(({ id }) => id));
    const referrers = findReferrersOf(memberIds, everything);
    const dangling = findDangling(everything, idsOf(rows));
    const missingId = findOwnDangling(dangling, {
        name,
        hostNames: [...members, ...(upload === null ? [] : [upload.plan])].flatMap(namesOf),
        isReferredTo: referrers.length > 0,
    });
    const withheld = readings.flatMap(({ kind, rows: found }) => found instanceof errors/* ApiError */.h
        ? `${kind} could not be read, so whether they refer to it is not known: ${found.message}`
        : []);
    const standing = findServing(members, referrers, { name, upload });
    const { serving, to, from } = standing;
    const serves = (one) => {
        if (one === serving)
            return 'yes';
        if (one === to)
            return 'arriving';
        return from.includes(one) ? 'departing' : 'no';
    };
    const referredTo = new Set(referrers.flatMap(({ refersTo }) => refersTo));
    const certificates = members.map((member) => ({
        certificate: { ...member, inUse: referredTo.has(member.id) },
        readiness: member.status === 'pending' ? 'dormant' : 'ready',
        serves: serves(member),
        resemblance: isUpload(member, upload) ? 'certain' : 'none',
        publicKeySha256: null,
        unfitness: null,
    }));
    const observation = {
        certificates,
        servingKnownBy: 'provider',
        missingId,
        danglingIds: dangling.map(({ id }) => id),
        settlesByItself: false,
        hasStage: true,
        successorLifetimeMilliseconds: null,
        successorValidity: upload?.plan ?? null,
        blockers: findBlockers(reading, { serving: serving ?? from[0] ?? null, to, referrers, withheld }),
        referrers: findReferrersOf(missingId === null ? memberIds : new Set([...memberIds, missingId]), everything).map(({ title }) => title),
        material: {
            certificate: upload?.plan.fingerprint ?? null,
            'verify-hosts': reading.verifyHosts
                .map(({ host, address, port }) => `${host}=${address}:${port}`)
                .join(','),
        },
        unfinished: findUnfinished(serving, members, name),
        remarks: [
            ...withheld,
            ...remarkOnDangling(dangling),
            ...(to === null ? [] : [to, ...from].map((one) => remarkOnNaming(one, referrers))),
            ...(members.length > 0 && referrers.length === 0 && missingId === null
                ? [`No application and no portal refers to ${name}: a promote only hands the name on.`]
                : []),
        ],
    };
    return { ...standing, observation, members, everything, referrers, withheld };
}
/** The ids of certificates. */
function idsOf(rows) {
    return new Set(rows.flatMap(({ id }) => (id === null ? [] : [id])));
}
function remarkOnNaming({ id }, referrers) {
    const titles = findReferrersOf(new Set([id]), referrers).map(({ title }) => title);
    return `Certificate ${id} is named by ${titles.join(', ')}.`;
}
function findUnfinished(serving, members, name) {
    if (serving === null || serving.name === name || members.some((one) => one.name === name))
        return [];
    return [`certificate ${serving.id} is to be renamed from ${serving.name} to ${name}`];
}

;// CONCATENATED MODULE: ./build/src/providers/zscaler/zpa-promotion.js


const PROBE_MILLISECONDS = 10_000;
/**
 * Points everything that refers to another certificate of the lineage to the successor, one object after another,
 * and has the hosts show it. Where one refuses, those that were moved are moved back.
 */
async function moveReferrers(context, { replaced, successor, formerIds }, lineage, tools) {
    const { transport, scope } = context;
    const waiting = findReferrersOf(formerIds, lineage.everything);
    const objects = groupByObject(waiting, scope);
    const moves = new Map();
    try {
        for (const object of objects) {
            const former = await repointObject(transport, object, ({ certificateId }) => (formerIds.has(certificateId) ? successor.id : null), tools);
            if (former.size > 0)
                moves.set(object, former);
        }
    }
    catch (error) {
        if (error instanceof RepointingFailure) {
            return undo(context, { replaced, successor, moves, reason: error.message }, tools);
        }
        const left = objects.filter((object) => !moves.has(object));
        tools.warn(`${listTitles([...moves.keys()]) || 'Nothing yet'} names certificate ${successor.id}; not certain: ${listTitles(left)}. Both certificates are valid; running again goes on.`);
        throw error;
    }
    return proveServed(context, { replaced, successor, moves }, tools);
}
/**
 * Has every host of `verify-hosts` show the successor over TLS. One that serves another certificate after
 * `wait-timeout` takes the promotion back; one that cannot be reached proves nothing.
 */
async function proveServed(context, promotion, tools) {
    const { verifyHosts } = context;
    const { successor } = promotion;
    const done = { result: 'done', certificate: successor };
    if (verifyHosts.length === 0 || successor.fingerprint === null)
        return done;
    let wrong = [];
    let unreachable = [];
    const proved = await tools.poll(`${verifyHosts.map(({ host }) => host).join(', ')} to serve certificate ${successor.id}`, async () => {
        const probes = await Promise.all(verifyHosts.map(async (host) => ({ host, served: await tools.probe(host, PROBE_MILLISECONDS) })));
        wrong = probes.flatMap(({ host, served }) => 'fingerprint' in served && served.fingerprint !== successor.fingerprint
            ? [`${describeHost(host)} serves ${served.fingerprint.slice(0, 23)}…`]
            : []);
        unreachable = probes.flatMap(({ host, served }) => 'failure' in served ? [`${describeHost(host)}: ${served.failure}`] : []);
        return wrong.length === 0 && unreachable.length === 0 ? true : null;
    });
    if (proved !== null)
        return done;
    if (wrong.length > 0) {
        const reason = `${wrong.join('; ')}, not ${successor.fingerprint.slice(0, 23)}… of certificate ${successor.id}`;
        return undo(context, { ...promotion, reason }, tools);
    }
    return {
        result: 'pending',
        reason: `all that referred to the old certificate names ${successor.id} now, and what is served is not proved: ${unreachable.join('; ')}`,
    };
}
/** Points back to the old certificate what names the new one; each object is read anew, no saved one is sent. */
async function undo(context, { replaced, successor, moves, reason }, tools) {
    const { transport, scope } = context;
    const old = replaced === null ? null : await context.get(replaced.id);
    const lineage = await context.look();
    const moved = groupByObject(findReferrersOf(new Set([successor.id]), lineage.everything), scope);
    if (moved.length === 0)
        return { result: 'failed', reason, restored: true };
    if (old?.status !== 'valid') {
        const why = replaced === null ? 'nothing served before' : `${replaced.id} is ${old?.status ?? 'gone'}`;
        return {
            result: 'failed',
            reason: `${reason}. Nothing is moved back, since ${why}: ${listTitles(moved)} names ${successor.id}`,
            restored: false,
        };
    }
    const formerOf = new Map([...moves].map(([{ path }, former]) => [path, former]));
    const left = [];
    for (const object of moved) {
        try {
            await repointObject(transport, object, ({ key, certificateId }) => certificateId === successor.id ? (formerOf.get(object.path)?.get(key) ?? old.id) : null, tools);
        }
        catch (error) {
            left.push(`${object.titles.join(', ')} (${error instanceof Error ? error.message : String(error)})`);
        }
    }
    if (left.length === 0)
        return { result: 'failed', reason, restored: true };
    return {
        result: 'failed',
        reason: `${reason}. These name ${successor.id} still: ${left.join('; ')}; all others name ${old.id} again`,
        restored: false,
    };
}
function listTitles(objects) {
    return objects.flatMap(({ titles }) => titles).join(', ');
}
function describeHost({ host, address, port }) {
    return address === host ? `${host}:${port}` : `${host} at ${address}:${port}`;
}
/** The successor of an order that always has one. */
function requireSuccessor({ successor }) {
    if (successor === null)
        throw new TypeError('A ZPA certificate is staged before it is promoted');
    return successor.certificate;
}

;// CONCATENATED MODULE: ./build/src/providers/zscaler/zpa-rotation.js









/**
 * How a web server certificate is replaced: uploaded beside the old one, everything that refers to the old one
 * pointed to it, the old one deleted, and its name handed on.
 */
function createZpaRotation({ provider, transport, scope, reading, setup, }) {
    const { verifyHosts } = setup;
    const name = setup.lineageName ?? '';
    const upload = setup.material.upload;
    let seen = null;
    async function look() {
        const [listed, readings] = await Promise.all([
            provider.list(request/* EVERYTHING */.Qz),
            (0,referrers/* readReferrers */.tV)(transport, reading),
        ]);
        const rows = [...listed, ...(await findUnlisted(listed, readings))];
        seen = observeZpa({ name, rows, readings, upload, verifyHosts, scope });
        return seen;
    }
    /** What is referred to and not listed may be new: a list lags behind. */
    async function findUnlisted(listed, readings) {
        const known = new Set(listed.map(({ id }) => id));
        const named = readings.flatMap(({ rows }) => (rows instanceof errors/* ApiError */.h ? [] : rows));
        const unlisted = new Set(named.flatMap(({ refersTo }) => refersTo.filter((id) => !known.has(id))));
        const read = await Promise.all([...unlisted].map((id) => provider.get(id)));
        return read.filter((certificate) => certificate !== null);
    }
    const get = async (id) => {
        const certificate = await provider.get(id);
        return certificate === null ? null : { ...certificate, id };
    };
    const promotion = { transport, scope, verifyHosts, look, get };
    /** Where the name is free the first one takes it at once. */
    function nameUpload(given) {
        const isFree = seen?.members.length === 0;
        return { ...given, name: isFree ? name : nameStaged(name, given.plan.fingerprint) };
    }
    async function rename(certificate, wanted, tools) {
        const { update } = provider;
        if (update === null || certificate.name === wanted)
            return;
        const changes = { name: wanted, description: null };
        await tools.sendLookingFirst(async () => {
            await update.send(update.call(certificate, changes));
            return true;
        }, async () => {
            const now = await provider.get(certificate.id);
            return now !== null && update.isDone(now, changes) ? true : null;
        });
        tools.log(`Certificate ${certificate.id} is named ${wanted}`);
    }
    async function stage({ successor }, tools) {
        if (successor !== null)
            return { result: 'done', certificate: successor.certificate };
        if (upload === null)
            throw new TypeError('There is nothing to upload');
        const certificate = await tools.create({ validityDays: null, csr: null, upload: nameUpload(upload) });
        return certificate === null
            ? { result: 'overtaken', reason: 'another run is uploading the successor in this moment' }
            : { result: 'done', certificate };
    }
    async function promote(order, tools) {
        const { id } = requireSuccessor(order);
        const [successor, lineage] = await Promise.all([get(id), look()]);
        if (successor?.status !== 'valid') {
            return { result: 'overtaken', reason: `certificate ${id} is ${successor?.status ?? 'gone'}` };
        }
        const formerIds = new Set(lineage.members.map((member) => member.id).filter((one) => one !== id));
        if (order.missingId !== null)
            formerIds.add(order.missingId);
        const waiting = findReferrersOf(formerIds, lineage.everything);
        const uncovered = findUncovered(successor, order.replaced, waiting);
        if (uncovered.length > 0)
            return { result: 'refused', violations: uncovered };
        const isNamed = lineage.referrers.length + waiting.length > 0;
        const replacement = { replaced: order.replaced, successor, formerIds };
        const ended = await moveReferrers(promotion, replacement, lineage, tools);
        if (ended.result === 'done' && !isNamed)
            await handNameOn(successor, lineage, tools);
        return ended;
    }
    async function rollback({ failedId, restored }, tools) {
        const [target, lineage] = await Promise.all([get(restored.certificate.id), look()]);
        const failed = new Set([failedId]);
        const isBroken = findReferrersOf(failed, lineage.everything).length > 0 && (await get(failedId)) === null;
        if (!isBroken || target?.status !== 'valid') {
            return { result: 'overtaken', reason: 'what stands has changed before the rollback' };
        }
        for (const object of groupByObject(findReferrersOf(failed, lineage.everything), scope)) {
            await repointObject(transport, object, ({ certificateId }) => (certificateId === failedId ? target.id : null), tools);
        }
        return { result: 'done', certificate: target };
    }
    /** With nobody that refers to any, the name alone says which certificate it is. */
    async function handNameOn(successor, { members }, tools) {
        for (const other of members) {
            if (other.id === successor.id || other.name !== name || other.fingerprint === null)
                continue;
            await rename(other, nameStaged(name, other.fingerprint), tools);
        }
        await rename(successor, name, tools);
    }
    async function prove(order, tools) {
        const successor = requireSuccessor(order);
        return proveServed(promotion, { replaced: order.replaced, successor, moves: new Map() }, tools);
    }
    async function retire({ replaced, heir, by }, tools) {
        const { id: heirId } = heir.certificate;
        const lineage = await look();
        if (lineage.serving?.id !== heirId) {
            return { result: 'overtaken', reason: `certificate ${heirId} is not the one that serves any more` };
        }
        if (replaced !== null && by === 'delete') {
            const { id } = replaced.certificate;
            const old = lineage.members.find((one) => one.id === id) ?? null;
            if (old !== null && lineage.withheld.length > 0) {
                const violations = lineage.withheld.map((reason) => describeWithheld(reason, old));
                return { result: 'refused', violations };
            }
            if (old !== null)
                await tools.remove(id);
        }
        const left = (await look()).observation.unfinished;
        if (left.length > 0)
            await rename(lineage.serving, name, tools);
        return { result: 'done', certificate: replaced?.certificate ?? null };
    }
    return {
        lineage: { provider: provider.name, scope: provider.scope, name },
        observe: async () => (await look()).observation,
        describe: (order) => describeZpaRotation(order, {
            provider,
            scope,
            name,
            upload: upload === null ? null : nameUpload(upload),
            lineage: seen,
            hosts: verifyHosts.map(({ host, port }) => `${host}:${port}`),
        }),
        stage,
        promote,
        prove,
        rollback,
        retire,
    };
}


/***/ })

};
