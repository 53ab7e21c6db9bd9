export const id = 89;
export const ids = [89];
export const modules = {

/***/ 1828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ attemptCheck)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);
/* harmony import */ var _access_denied_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2919);


/** Makes a check; one that the role may not make, or that AWS does not answer, is no failure. */
async function attemptCheck(check) {
    try {
        return await check();
    }
    catch (error) {
        if (!(error instanceof _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ))
            throw error;
        return notChecked(error);
    }
}
function notChecked(error) {
    const message = error instanceof _access_denied_js__WEBPACK_IMPORTED_MODULE_1__/* .AccessDeniedError */ .U
        ? `needs ${error.missing.iamAction} on ${error.missing.resource}`
        : error.message;
    return { kind: 'not-checked', message, remedy: error.remedy };
}


/***/ }),

/***/ 9169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ readPush)
/* harmony export */ });
/* harmony import */ var _deploy_actions_aws__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1828);
/* harmony import */ var _deploy_actions_aws__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9309);
/* harmony import */ var _reference_ecr_registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6825);


/**
 * When the image that a tag is on was pushed to private ECR; undefined where nobody says. Throws only when the run is cancelled.
 * https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ImageDetail.html
 */
async function readPush({ clients, signal }, { host, repository, tag = 'latest' }) {
    const registry = (0,_reference_ecr_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .findEcrRegistry */ .f8)(host);
    if (registry === undefined)
        return undefined;
    const { account, region, partition } = registry;
    const push = await (0,_deploy_actions_aws__WEBPACK_IMPORTED_MODULE_1__/* .attemptCheck */ .e)(async () => {
        const { DescribeImagesCommand } = await Promise.all(/* import() */[__webpack_require__.e(572), __webpack_require__.e(417), __webpack_require__.e(984), __webpack_require__.e(452)]).then(__webpack_require__.t.bind(__webpack_require__, 9452, 19));
        const command = new DescribeImagesCommand({
            registryId: account,
            repositoryName: repository,
            imageIds: [{ imageTag: tag }],
        });
        const client = await clients.ecr(region);
        const resource = `arn:${partition}:ecr:${region}:${account}:repository/${repository}`;
        const { imageDetails = [] } = await (0,_deploy_actions_aws__WEBPACK_IMPORTED_MODULE_2__/* .call */ .T)(client, command, { signal, resource });
        const [image] = imageDetails;
        const at = image?.imagePushedAt?.getTime();
        return at === undefined ? undefined : { at, isShared: (image?.imageTags?.length ?? 0) > 1 };
    });
    return push === undefined || 'kind' in push ? undefined : push;
}


/***/ }),

/***/ 9089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   copyImage: () => (/* reexport safe */ _copy_copy_image_js__WEBPACK_IMPORTED_MODULE_0__.L),
/* harmony export */   createRegistries: () => (/* reexport safe */ _registries_js__WEBPACK_IMPORTED_MODULE_10__.I),
/* harmony export */   dockerConfigFor: () => (/* reexport safe */ _docker_config_js__WEBPACK_IMPORTED_MODULE_1__.M),
/* harmony export */   ecrHost: () => (/* reexport safe */ _reference_ecr_registry_js__WEBPACK_IMPORTED_MODULE_6__.Fd),
/* harmony export */   findEcrRegistry: () => (/* reexport safe */ _reference_ecr_registry_js__WEBPACK_IMPORTED_MODULE_6__.f8),
/* harmony export */   formatImage: () => (/* reexport safe */ _reference_image_reference_js__WEBPACK_IMPORTED_MODULE_7__.vy),
/* harmony export */   hasHost: () => (/* reexport safe */ _reference_image_reference_js__WEBPACK_IMPORTED_MODULE_7__.b5),
/* harmony export */   isImmutable: () => (/* reexport safe */ _ecr_tag_mutability_js__WEBPACK_IMPORTED_MODULE_4__.t),
/* harmony export */   openImageStore: () => (/* reexport safe */ _store_image_store_js__WEBPACK_IMPORTED_MODULE_12__.N),
/* harmony export */   openRegistries: () => (/* reexport safe */ _open_registries_js__WEBPACK_IMPORTED_MODULE_9__.c),
/* harmony export */   ownRegistry: () => (/* reexport safe */ _short_name_js__WEBPACK_IMPORTED_MODULE_11__.C),
/* harmony export */   parseImageReference: () => (/* reexport safe */ _reference_image_reference_js__WEBPACK_IMPORTED_MODULE_7__.o_),
/* harmony export */   parseLifecyclePolicy: () => (/* reexport safe */ _ecr_lifecycle_policy_js__WEBPACK_IMPORTED_MODULE_2__.g),
/* harmony export */   parseMirrors: () => (/* reexport safe */ _reference_mirrors_js__WEBPACK_IMPORTED_MODULE_8__.C),
/* harmony export */   pinned: () => (/* reexport safe */ _reference_image_reference_js__WEBPACK_IMPORTED_MODULE_7__.dp),
/* harmony export */   readPush: () => (/* reexport safe */ _ecr_pushed_at_js__WEBPACK_IMPORTED_MODULE_3__.j),
/* harmony export */   registryLogin: () => (/* reexport safe */ _login_inputs_js__WEBPACK_IMPORTED_MODULE_5__.j8),
/* harmony export */   registryLoginInputs: () => (/* reexport safe */ _login_inputs_js__WEBPACK_IMPORTED_MODULE_5__.mf),
/* harmony export */   registryLoginProblems: () => (/* reexport safe */ _login_inputs_js__WEBPACK_IMPORTED_MODULE_5__.LA),
/* harmony export */   tagConflict: () => (/* reexport safe */ _tags_js__WEBPACK_IMPORTED_MODULE_13__.T)
/* harmony export */ });
/* harmony import */ var _copy_copy_image_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1008);
/* harmony import */ var _docker_config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2720);
/* harmony import */ var _ecr_lifecycle_policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7135);
/* harmony import */ var _ecr_pushed_at_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9169);
/* harmony import */ var _ecr_tag_mutability_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8101);
/* harmony import */ var _login_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3464);
/* harmony import */ var _reference_ecr_registry_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6825);
/* harmony import */ var _reference_image_reference_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6148);
/* harmony import */ var _reference_mirrors_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5319);
/* harmony import */ var _open_registries_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8377);
/* harmony import */ var _registries_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(513);
/* harmony import */ var _short_name_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(943);
/* harmony import */ var _store_image_store_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(868);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(6496);
















/***/ })

};
