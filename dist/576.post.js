export const id = 576;
export const ids = [576];
export const modules = {

/***/ 2576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   outliveReaders: () => (/* binding */ outliveReaders)
/* harmony export */ });
/* harmony import */ var node_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1708);

/** If nobody reads the log any more, the step still has to restore, to report and to end with its exit code. */
function outliveReaders() {
    for (const stream of [node_process__WEBPACK_IMPORTED_MODULE_0__.stdout, node_process__WEBPACK_IMPORTED_MODULE_0__.stderr])
        stream.on('error', () => { });
}

/***/ })

};
