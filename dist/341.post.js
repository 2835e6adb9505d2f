export const id = 341;
export const ids = [341];
export const modules = {

/***/ 5341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bugAnnotation: () => (/* binding */ bugAnnotation),
/* harmony export */   redactAnnotation: () => (/* binding */ redactAnnotation)
/* harmony export */ });
/* harmony import */ var _redaction_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2002);

/** The text of an error nobody expected may quote anything. */
function bugAnnotation(error) {
    const message = (0,_redaction_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(error instanceof Error ? error.message : String(error), []);
    return { level: 'error', title: 'ecs-safe-deploy has a bug', message };
}
function redactAnnotation(annotation) {
    const lines = annotation.message.split('\n');
    return { ...annotation, message: lines.map(line => (0,_redaction_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(line, [])).join('\n') };
}

/***/ })

};
