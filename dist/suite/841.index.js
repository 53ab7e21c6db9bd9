export const id = 841;
export const ids = [841];
export const modules = {

/***/ 7577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ createAwsClients)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6580);

/** Twelve attempts with the SDK's back-off outlast about a minute of throttling and short outages. */
const maxAttempts = 12;
/** An endpoint that accepts and never answers must not hold a step until the job's limit. */
const requestHandler = {
    connectionTimeout: 5_000,
    requestTimeout: 20_000,
    throwOnRequestTimeout: true,
};
/**
 * The AWS clients of one action. Region, credentials and endpoint come from the SDK's standard
 * chain; `region` overrides. Throttling, 5xx and connection errors are retried by the SDK.
 */
function createAwsClients(options) {
    const settings = {
        ...(options.region === undefined ? {} : { region: options.region }),
        ...(options.credentials === undefined ? {} : { credentials: options.credentials }),
        maxAttempts,
        requestHandler,
        customUserAgent: [['deploy-actions', options.action]],
    };
    const open = [];
    /** Gives the client of a region: loaded and made when it is first asked for. */
    const lazily = (load) => {
        const byRegion = new Map();
        const create = async (region) => new (await load())(region === undefined ? settings : { ...settings, region });
        return (region) => {
            const client = byRegion.get(region) ?? create(region);
            if (!byRegion.has(region))
                open.push(client);
            byRegion.set(region, client);
            return client;
        };
    };
    let ecs;
    return {
        ecs: () => (ecs ??= new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__/* .ECSClient */ .Zgc(settings)),
        logs: lazily(async () => (await __webpack_require__.e(/* import() */ 4).then(__webpack_require__.t.bind(__webpack_require__, 7004, 19))).CloudWatchLogsClient),
        ecr: lazily(async () => (await Promise.all(/* import() */[__webpack_require__.e(417), __webpack_require__.e(984), __webpack_require__.e(452)]).then(__webpack_require__.t.bind(__webpack_require__, 9452, 19))).ECRClient),
        secretsManager: lazily(async () => (await __webpack_require__.e(/* import() */ 396).then(__webpack_require__.t.bind(__webpack_require__, 5396, 19))).SecretsManagerClient),
        ssm: lazily(async () => (await Promise.all(/* import() */[__webpack_require__.e(417), __webpack_require__.e(984), __webpack_require__.e(444)]).then(__webpack_require__.t.bind(__webpack_require__, 1444, 19))).SSMClient),
        iam: lazily(async () => (await __webpack_require__.e(/* import() */ 352).then(__webpack_require__.t.bind(__webpack_require__, 352, 19))).IAMClient),
        sts: lazily(async () => (await __webpack_require__.e(/* import() */ 484).then(__webpack_require__.t.bind(__webpack_require__, 1484, 19))).STSClient),
        loadBalancing: lazily(async () => (await __webpack_require__.e(/* import() */ 962).then(__webpack_require__.t.bind(__webpack_require__, 5962, 19))).ElasticLoadBalancingV2Client),
        cloudWatch: lazily(async () => (await __webpack_require__.e(/* import() */ 60).then(__webpack_require__.t.bind(__webpack_require__, 5060, 19))).CloudWatchClient),
        appRunner: lazily(async () => (await __webpack_require__.e(/* import() */ 866).then(__webpack_require__.t.bind(__webpack_require__, 9866, 19))).AppRunnerClient),
        destroy() {
            ecs?.destroy();
            // One that could not be loaded has nothing to close, and whoever asked for it knows.
            for (const client of open)
                client.then((made) => made.destroy()).catch(() => undefined);
        },
    };
}


/***/ }),

/***/ 5841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createAwsClients: () => (/* reexport safe */ _clients_js__WEBPACK_IMPORTED_MODULE_0__.G)
/* harmony export */ });
/* harmony import */ var _clients_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7577);


















/***/ })

};
