export const id = 30;
export const ids = [30];
export const modules = {

/***/ 5030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createMissingLedger: () => (/* binding */ createMissingLedger)
/* harmony export */ });
/** A ledger that is not there at all. */
function createMissingLedger(unavailability) {
    return { read: async () => unavailability, append: async () => unavailability };
}


/***/ })

};
