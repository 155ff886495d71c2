export const id = 715;
export const ids = [715];
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


/***/ })

};
