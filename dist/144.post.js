export const id = 144;
export const ids = [144];
export const modules = {

/***/ 4144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   exitSoon: () => (/* binding */ exitSoon),
/* harmony export */   lingering: () => (/* binding */ lingering),
/* harmony export */   lingeringWhenCanceled: () => (/* binding */ lingeringWhenCanceled)
/* harmony export */ });
/** Milliseconds after the end of a step in which its log is written. */
const lingering = 3_000;
const lingeringWhenCanceled = 500;
/** A call that hangs must not hold the process. */
function exitSoon(milliseconds) {
    setTimeout(() => process.exit(), milliseconds).unref();
}

/***/ })

};
