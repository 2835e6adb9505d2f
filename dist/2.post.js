export const id = 2;
export const ids = [2];
export const modules = {

/***/ 2002:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E$: () => (/* binding */ redact)
});

// UNUSED EXPORTS: hideCutEnd, longestText

// EXTERNAL MODULE: ./lib/src/core/text/control-characters.js
var control_characters = __webpack_require__(640);
;// CONCATENATED MODULE: ./lib/src/core/redaction/encoded-forms.js
/** The forms in which programs write a value into JSON, HTML, URLs and headers. */
function encodedForms(value) {
    const json = jsonOf(value);
    const url = urlOf(value);
    return [
        json,
        jsonOf(json),
        ...escapedJson(json),
        ...htmlOf(value),
        url,
        url.replaceAll('%20', '+'),
        url.replace(/%[0-9A-F]{2}/g, code => code.toLowerCase()),
        ...base64Forms(value),
    ];
}
function jsonOf(text) {
    return JSON.stringify(text).slice(1, -1);
}
/** Go and .NET escape what HTML takes for markup, Python and PHP what is not ASCII. */
function escapedJson(json) {
    const escaped = (text, pattern) => text.replace(pattern, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    const forHtml = escaped(json, /[<>&'+\u2028\u2029]/g);
    const onlyGo = escaped(json, /[<>&\u2028\u2029]/g);
    const ascii = [json, onlyGo, forHtml].map(text => escaped(text, /[^\0-\u007f]/g));
    const lower = [onlyGo, forHtml, ...ascii, json.replaceAll('/', '\\/')];
    const upper = lower.map(text => text.replace(/\\u[0-9a-f]{4}/g, code => `\\u${code.slice(2).toUpperCase()}`));
    return [...lower, ...upper];
}
function htmlOf(text) {
    const common = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const quoted = (double, single) => common.replaceAll('"', double).replaceAll("'", single);
    return [common, quoted('&quot;', '&#39;'), quoted('&#34;', '&#39;'), quoted('&quot;', '&#x27;')];
}
/** A lone surrogate has no UTF-8. */
function urlOf(text) {
    return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
}
/** The whole, and what each of three places in a longer text (`user:value`) makes of it. */
function base64Forms(text) {
    const bytes = new TextEncoder().encode(text);
    const whole = base64(bytes).replace(/=+$/, '');
    const inside = [0, 1, 2].map(offset => {
        const placed = new Uint8Array(offset + bytes.length);
        placed.set(bytes, offset);
        // A letter that has bits of what stands before or behind differs.
        const wholeLetters = Math.floor((placed.length * 8) / 6);
        return base64(placed).slice(Math.ceil((offset * 8) / 6), wholeLetters);
    });
    const forms = [whole, ...inside];
    return [...forms, ...forms.map(form => form.replaceAll('+', '-').replaceAll('/', '_'))];
}
function base64(bytes) {
    let binary = '';
    for (const byte of bytes)
        binary += String.fromCharCode(byte);
    return btoa(binary);
}
;// CONCATENATED MODULE: ./lib/src/core/redaction/span.js
/** In order and apart from each other. */
function span_maskSpans(text, spans) {
    let masked = '';
    let copied = 0;
    for (const { start, end } of spans) {
        masked += `${text.slice(copied, start)}***`;
        copied = end;
    }
    return masked + text.slice(copied);
}
/** Of what is quoted at the end of a text: with and without what a sentence puts behind it, the longest first. */
function span_possibleEnds(text) {
    const ends = [text.length];
    let end = text.length;
    while (end > 0 && text.length - end < 6 && ' .…)]}"\'`;'.includes(text.charAt(end - 1)))
        ends.push(--end);
    return ends;
}
;// CONCATENATED MODULE: ./lib/src/core/redaction/hidden-index.js
/** Finds values in a text in one pass, however many there are. */


/** Shorter values occur in ordinary words. */
const leastLength = 8;
const indexes = new WeakMap();
function indexOf(hidden) {
    const known = indexes.get(hidden);
    if (known)
        return known;
    const forms = new Set(hidden.flatMap(value => [value, ...encodedForms(value)]));
    const byBeginning = new Map();
    const mayBegin = new Uint8Array(65_536);
    for (const form of [...forms].sort((a, b) => b.length - a.length)) {
        if (form.length < leastLength)
            continue;
        const beginning = form.slice(0, leastLength);
        const others = byBeginning.get(beginning);
        if (others)
            others.push(form);
        else
            byBeginning.set(beginning, [form]);
        mayBegin[hashAt(form, 0)] = 1;
    }
    const index = { forms: byBeginning, mayBegin };
    indexes.set(hidden, index);
    return index;
}
function hashAt(text, at) {
    const hash = text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2);
    return hash & 0xffff;
}
/** Apart from each other, in order. With the end of the text if it is the beginning of a value: AWS cuts long texts. */
function hiddenSpans(text, hidden) {
    if (hidden.length === 0)
        return [];
    const { forms: byBeginning, mayBegin } = indexOf(hidden);
    const ends = span_possibleEnds(text);
    const spans = [];
    for (let start = 0; start + leastLength <= text.length; start++) {
        if (!mayBegin[hashAt(text, start)])
            continue;
        const forms = byBeginning.get(text.slice(start, start + leastLength));
        const end = forms && endOfValue(text, start, { forms, ends });
        if (end === undefined)
            continue;
        const last = spans.at(-1);
        if (last && start <= last.end)
            last.end = Math.max(last.end, end);
        else
            spans.push({ start, end });
    }
    return spans;
}
/** At the end of the text. */
function hidden_index_lastHiddenSpan(text, hidden) {
    const last = hiddenSpans(text, hidden).at(-1);
    return last && possibleEnds(text).includes(last.end) ? last : undefined;
}
function endOfValue(text, start, { forms, ends }) {
    const whole = forms.find(form => text.startsWith(form, start));
    const cut = ends.find(end => end - start >= leastLength &&
        forms.some(form => end - start < form.length && form.startsWith(text.slice(start, end))));
    if (whole === undefined)
        return cut;
    return Math.max(start + whole.length, cut ?? 0);
}
// EXTERNAL MODULE: ./lib/src/core/text/name.js
var text_name = __webpack_require__(9295);
;// CONCATENATED MODULE: ./lib/src/core/text/random-letters.js
/** Tells text that a program drew by chance (keys, tokens, base64) from words and names, by which letters follow each other. */
/**
 * The first letter of each word, and what follows it: the 220 most frequent pairs in the names of packages at npm, PyPI,
 * NuGet and Maven Central. 86% of the pairs in such names are here, and a third of all pairs.
 */
const frequent = [
    'abcdgiklmnprstuy baeiloru caehikloprstu dabdeijkorsu eabcdeglmnprstvwx faeilor gaeior haeiot iabcdefglmnoprstv jas',
    'kaei ladeilostuy maceilmops nacdefginost oabcdgklmnoprstuvw paehiloprstuy qu racdeikmostuvy sacdehiklopstuy',
    'tacehiorstuy uabdegilmnprst vaei waeio xt ypst',
].join(' ');
const pairs = new Set(frequent.split(' ').flatMap(([first = '', ...following]) => following.map(letter => first + letter)));
/** The share of unusual pairs: in names seldom more, in random text three of four. */
const usual = 0.3;
const leastScore = 3;
/** CloudFormation ends names with up to 13 random letters: `Prod-WebService-1A2B3C4D5E6F7`. */
const leastLetters = 14;
/**
 * Whether a part of the text is random. Of 24 letters of base64 one in 300 is not found, of 32 one in 5,000; one in
 * 400 names of packages is, most of which contain a digest.
 */
function hasRandomLetters(text) {
    const earlier = new Set();
    let score = 0;
    let start = 0;
    for (let i = 0; i + 1 < text.length; i++) {
        if (score <= 0) {
            score = 0;
            start = i;
        }
        const pair = text.slice(i, i + 2);
        // `xxxxxxxx` is not random.
        score += earlier.has(pair) ? -usual : weightOf(text.charAt(i), text.charAt(i + 1));
        earlier.add(pair);
        if (score >= leastScore && i + 2 - start >= leastLetters)
            return true;
    }
    return false;
}
/** `xq`, `aB`, `a1`, `1a` are unusual. Names are separated more often than base64: `svc-mgmt-k8s`. */
function weightOf(one, next) {
    const [kind, nextKind] = [kindOf(one), kindOf(next)];
    if (kind === 'other')
        return -2 * usual;
    if (nextKind === 'other' || (kind === 'digit' && nextKind === 'digit'))
        return -usual;
    const isChange = kind === 'digit' || nextKind === 'digit' || (kind === 'small' && nextKind === 'capital');
    return isChange || !pairs.has((one + next).toLowerCase()) ? 1 - usual : -usual;
}
function kindOf(letter) {
    if (letter >= 'a' && letter <= 'z')
        return 'small';
    if (letter >= 'A' && letter <= 'Z')
        return 'capital';
    return letter >= '0' && letter <= '9' ? 'digit' : 'other';
}
;// CONCATENATED MODULE: ./lib/src/core/redaction/mask-random.js
/**
 * Masks what is no name: text of at least 20 letters that a program drew by chance. Ids of AWS and git look the same and
 * stay readable where they belong (docs/adr/0015).
 */


/** The characters of base64 and of URLs; names have them, too. */
const run = /[A-Za-z\d+/_%-]{9,}={0,2}/g;
const mask_random_leastLength = 20;
/** `sha256:`, `--tasks` and the ids of some tasks */
const longestContext = 400;
function maskRandom(text) {
    return replaceRandom(text, () => '***');
}
/** Each is a secret, even where it is a name. */
function randomParts(text) {
    const parts = [];
    replaceRandom(text, part => {
        // Others repeat the name without its path.
        parts.push(part, ...part.split('/').filter(one => one !== part && maskRandom(one) !== one));
        return part;
    });
    return parts;
}
function replaceRandom(text, replace) {
    let endOfLine;
    return text.replace(run, (found, at) => {
        const isRest = endOfLine !== undefined && isLineBreak(text.slice(endOfLine, at)) && isWrapped(found);
        const before = text.slice(Math.max(0, at - longestContext), at);
        if (!isRest && (found.length < mask_random_leastLength || !hasSecret(found, before)))
            return found;
        endOfLine = found.length >= shortestLine ? at + found.length : undefined;
        return replace(found);
    });
}
/** In JSON, too, and on one line. */
function isLineBreak(text) {
    return text.length < 9 && /^(?:\s|\\[nr]?)+$/.test(text);
}
/** Of base64 and PEM. */
const shortestLine = 60;
function isWrapped(word) {
    return word.endsWith('=') || (0,text_name/* isRandom */.oe)(word);
}
function hasSecret(found, before) {
    const unknown = withoutIds(found.replace(/%[\dA-F]{2}/gi, '/'), before);
    return unknown.some(part => hexadecimal.test(part) || hasRandomLetters(part));
}
/** The half of a digest is none. */
const hexadecimal = /(?<![A-Za-z\d])(?=[a-f]*\d|[A-F]*\d)(?=\d*[A-Fa-f])(?:[\da-f]{18,}|[\dA-F]{18,})(?![A-Za-z\d])/;
const ids = [
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-lifecycle-hooks.html
    /(?<![\w-])ecs-pause-[\w-]{43}(?![\w-])/,
    // https://www.rfc-editor.org/rfc/rfc9562
    /(?<![A-Za-z\d])[\dA-Fa-f]{8}(?:-[\dA-Fa-f]{4}){3}-[\dA-Fa-f]{12}(?![A-Za-z\d])/,
    // A commit, a load balancer, a target group, a subnet, a file system.
    /(?<![A-Za-z\d])(?:[\da-f]{40}|[\da-f]{16,17}|[\da-f]{8})(?![A-Za-z\d])/,
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html#ecs-resource-ids
    /(?<=(?:^|[/ ])(?:tasks?|container-instances?)\/(?:[\w-]{1,255}\/)?)[\da-f]{32}(?![A-Za-z\d])/,
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceDeployment.html
    /(?<=service-deployment\/[\w-]{1,255}\/[\w-]{1,255}\/|services\/[\w-]{1,255}\/deployments\/)[\w-]{20,22}(?![\w-])/,
    // The names that CloudFormation and the CDK make end with these.
    /(?<=[A-Za-z]{2}[a-z])[\dA-F]{8}(?![A-Za-z\d])/,
    /(?<=[A-Za-z]{3}-)(?=[A-Z]*\d)[\dA-Z]{12,13}(?![A-Za-z\d])/,
];
const behindTask = /\btask $|--tasks (?:[\da-f]{32} ){0,11}$/;
/** What is left between them. */
function withoutIds(text, before) {
    if (/sha(?:256|512):$/.test(before))
        return text.replace(/^[\da-f]+/, ' ').split(' ');
    if (behindTask.test(before))
        return text.replace(/^[\da-f]{32}(?![A-Za-z\d])/, ' ').split(' ');
    // The alias that Amazon ECR Public gives to a registry: AmazonECR/latest/public/public-registry-concepts.html
    if (before.endsWith('public.ecr.'))
        return [text.replace(/^aws\/[a-z\d]{8}\//, '')];
    // Secrets Manager adds six letters to the name of a secret.
    const name = before.endsWith(':secret:') ? text.replace(/-[A-Za-z\d]{6}$/, '') : text;
    return ids.reduce((parts, id) => parts.flatMap(part => part.split(id)), [name]);
}
;// CONCATENATED MODULE: ./lib/src/core/redaction/secret-assignment.js
/** Values of secret names: `password=…`, `"api_key": "…"`, `Authorization: Bearer …`. */

/** Also matches the end of a name. */
const secretName = /password|passphrase|passwd|pwd|(?<=[\w-])pass|secret|token|api[-_]?key|private[-_]?key|(?:access|account)[-_]?key|authorization|credentials?/gi;
/** `=`, `: `, `": "`, `\": ` */
const operator = /\\?["']?\s*[:=]\s*/y;
/** A quote, or the scheme of an Authorization header. */
const prefix = /\\?["']|bearer\s+|basic\s+/iy;
/** A backslash is part of the value unless it escapes a quote. */
const value = /(?:[^\s"',;&\\]|\\(?!["']))+/y;
/** A path can end like a secret: `/app/get-token`. */
const endOfPath = /\/[\w.-]{1,200}$/;
/** A path that is only mentioned: `"/app/get-token": stat`, `registry/auth-token:9be21c4`. */
const afterPath = /\\?["']:|:\S/y;
/** `auth-token:8` */
const revisionNumber = /:\d{1,5}(?!\w)/y;
/** `failed to fetch anonymous token: unexpected status` */
const sentenceWord = /(?:[a-z]*(?:exception|error|notfound)|the|an?|i[st]|only|was|not|no|unable|failed|unexpected|invalid|server|rpc|operation|access|denied|expired|missing|required|status|service|request|could|cannot|dial|get|head|post|user)(?=:?(?:\s|$))/iy;
/** `container auth-token: hostPort is 81`: members of a task definition, as our own messages begin with them. */
const member = /(?:awslogs-(?:group|region)|(?:container|host)Port(?:Range)?|healthCheck\.[A-Za-z]+|restartAttemptPeriod|st(?:art|op)Timeout)(?=\s)/y;
function maskAssignments(text) {
    return span_maskSpans(text, assignedSpans(text));
}
function assignedValues(text) {
    return assignedSpans(text).map(({ start, end }) => text.slice(start, end));
}
function isSecretName(name) {
    secretName.lastIndex = 0;
    return secretName.test(name);
}
function assignedSpans(text) {
    const spans = [];
    let from = 0;
    for (;;) {
        secretName.lastIndex = from;
        const name = secretName.exec(text);
        if (!name)
            return spans;
        const found = valueBehind(text, name.index + name[0].length);
        if (found)
            spans.push(found);
        from = found ? found.end : name.index + 1;
    }
}
function valueBehind(text, nameEnd) {
    const operatorEnd = endOf(operator, text, nameEnd);
    if (operatorEnd === undefined)
        return undefined;
    if (isMentioned(text, nameEnd))
        return undefined;
    const prefixEnd = endOf(prefix, text, operatorEnd);
    const valueEnd = prefixEnd === undefined ? undefined : endOf(value, text, prefixEnd);
    if (prefixEnd !== undefined && valueEnd !== undefined)
        return { start: prefixEnd, end: valueEnd };
    // A prefix with nothing behind is the value.
    if (isSentence(text, nameEnd, operatorEnd))
        return undefined;
    const end = endOf(value, text, operatorEnd);
    return end === undefined ? undefined : { start: operatorEnd, end };
}
function isMentioned(text, nameEnd) {
    if (endOf(revisionNumber, text, nameEnd) !== undefined)
        return true;
    const before = text.slice(Math.max(0, nameEnd - 201), nameEnd);
    return endOf(afterPath, text, nameEnd) !== undefined && endOfPath.test(before);
}
function isSentence(text, nameEnd, operatorEnd) {
    return (/:\s+$/.test(text.slice(nameEnd, operatorEnd)) &&
        [sentenceWord, member].some(words => endOf(words, text, operatorEnd) !== undefined));
}
/** `pattern` must be sticky. */
function endOf(pattern, text, start) {
    pattern.lastIndex = start;
    return pattern.test(text) ? pattern.lastIndex : undefined;
}
;// CONCATENATED MODULE: ./lib/src/core/redaction/secret-patterns.js
/** Secrets by their form alone. */
const secretPatterns = [
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
    { what: 'an access key id of AWS', pattern: /^(?:AKIA|ASIA)[A-Z2-7\d]{16}$/ },
    // https://www.rfc-editor.org/rfc/rfc7468
    {
        what: 'a private key',
        pattern: /-----BEGIN (?:[A-Z\d]+ )*PRIVATE KEY(?: BLOCK)?-----/,
    },
    // https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
    { what: 'a token of GitHub', pattern: /^(?:gh[pousr]_[A-Za-z\d]{36,}|github_pat_\w{22,})$/ },
    // https://docs.gitlab.com/security/tokens/#token-prefixes
    { what: 'a token of GitLab', pattern: /^gl(?:pat|dt|rt|cbt|ptt|soat)-[\w.-]{20,}$/ },
    // https://docs.slack.dev/authentication/tokens
    { what: 'a token of Slack', pattern: /^(?:xox[abeprs]|xapp)-[\w-]{10,}$/ },
    // https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
    { what: 'a webhook of Slack', pattern: /^https:\/\/hooks\.slack\.com\/(?:services|workflows)\/\S+$/ },
    // https://docs.stripe.com/keys
    { what: 'a key of Stripe', pattern: /^(?:[rs]k_(?:live|test)|whsec)_\w{10,}$/ },
    // https://docs.cloud.google.com/docs/authentication/api-keys
    { what: 'a key of Google', pattern: /^AIza[\w-]{35}$/, mayBePublic: true },
    // https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/
    { what: 'a token of npm', pattern: /^npm_[A-Za-z\d]{36}$/ },
    // https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys
    { what: 'a key of SendGrid', pattern: /^SG\.[\w-]{16,}\.[\w-]{16,}$/ },
    // https://go.dev/wiki/SQLInterface: user:password@protocol(address)/database
    {
        what: 'a connection string with a password',
        pattern: /^[^\s:/@]{1,64}:[^\s@]{1,200}@(?:tcp|udp|unix)\(/,
        sign: /@(?:tcp|udp|unix)\(/,
    },
    // https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING, and .NET's with `;`
    {
        what: 'a connection string with a password',
        pattern: /(?:^|[;\s])(?:password|pwd|accountkey|sharedaccesskey)\s*=\s*[^\s;]+/i,
    },
];
/** https://www.rfc-editor.org/rfc/rfc7519 */
const token = {
    what: 'a JSON Web Token',
    pattern: /^eyJ[\w-]{5,}\.eyJ[\w-]{2,}\.[\w-]{10,}$/,
    mayBePublic: true,
};
/** https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1 */
const withPassword = /^(?:jdbc:)?[a-z][a-z\d+.-]*:\/\/[^\s/?#:@]*:(?<password>[^\s/@]+)@/i;
;// CONCATENATED MODULE: ./lib/src/core/redaction/unfinished-secret.js
/** Secrets by their form, cut at the end of a text: AWS cuts reasons after 255 or 1,024 characters. */

/** The beginnings of `secretPatterns`. */
const beginning = /(?<![A-Za-z\d])(?:(?:AKIA|ASIA)[A-Z2-7\d]{4,15}|gh[pousr]_[A-Za-z\d]{4,35}|github_pat_\w{4,21}|gl(?:pat|dt|rt|cbt|ptt|soat)-[\w-]{4,19}|(?:xox[abeprs]|xapp)-[\w-]{4,9}|(?:[rs]k_(?:live|test)|whsec)_\w{4,9}|AIza[\w-]{4,34}|npm_[A-Za-z\d]{4,35}|SG\.[\w-]{4,100}(?:\.[\w-]{0,15})?)$/;
const jsonWebToken = /(?<![\w-])eyJ[\w-]{5,}(?:\.[\w-]*){0,2}$/;
/** Behind `://`. Not a port, and not the address `[::1]`. */
const unfinished_secret_password = /^[^/?#:@[]*:(?!\d{1,5}$)(?<password>[^/@]+)$/;
const longestWord = 4_000;
function unfinished_secret_maskUnfinished(text) {
    const end = Math.min(...span_possibleEnds(text));
    const least = Math.max(0, end - longestWord);
    let start = end;
    while (start > least && !/\s/.test(text.charAt(start - 1)))
        start--;
    const word = text.slice(start, end);
    const secret = beginning.exec(word)?.[0] ?? jsonWebToken.exec(word)?.[0] ?? passwordIn(word);
    return secret === undefined ? text : `${text.slice(0, end - secret.length)}***${text.slice(end)}`;
}
function passwordIn(word) {
    const authority = word.lastIndexOf('://');
    return authority < 0 ? undefined : unfinished_secret_password.exec(word.slice(authority + 3))?.groups?.password;
}
;// CONCATENATED MODULE: ./lib/src/core/redaction/mask-secrets.js




/** `PGPASSWORD hunter2` */
const variable = /\b([A-Z\d_]*(?:PASSWORD|PASSWD|SECRET|TOKEN|API_KEY)) +(?=\S*\d)[^\s"',;]+/g;
/** The scheme may be redacted already. */
const urlPassword = /((?:[a-z][a-z\d+.-]{0,30}|\*\*\*):\/\/[^\s/?#:@]*:)[^\s/]+@/gi;
/** `user:PASSWORD@registry.test/web:1`, by mistake in the name of an image */
const hostPassword = /(?<![\w./-])([\w.-]{1,100}:)[^\s/:@"'=]{1,200}@(?=[\w-]{1,63}(?:\.[\w-]{1,63}){0,10}(?::\d{1,5})?\/)/g;
/** Up to its end line or the end of the text. */
const privateKey = /-----BEGIN (?:[A-Z\d]+ )*PRIVATE KEY(?: BLOCK)?-----.*?(?:-----END [^-]*-----|$)/gs;
/** The ARN of a secret is not secret. */
const arn = /(\barn:aws[\w-]*:[\w-]+:[\w-]*:\d*:[^\s"'(),;&=\]\\]+)/;
/** Not as the end of a longer name: `nginxapp-production`. */
const insideText = secretPatterns.map(({ pattern, sign = /(?:)/ }) => {
    const source = pattern.source.replace(/^\^/, '(?<![A-Za-z\\d])').replace(/\$$/, '');
    return { pattern: new RegExp(source, `${pattern.flags}g`), sign };
});
/** Looks at each run of letters once: many of them can look like the beginning of a token. */
const mask_secrets_jsonWebToken = /(?<![\w-])(?=[\w-]+\.eyJ[\w-]{2,}\.[\w-]{10})([\w-]*?(?<![A-Za-z\d]))eyJ[\w-]{5,}\.eyJ[\w-]{2,}\.[\w-]{10,}/g;
function maskSecrets(text) {
    const parts = text
        .replace(privateKey, '***')
        .replace(urlPassword, '$1***@')
        .replace(hostPassword, '$1***@')
        .split(arn);
    const withoutAssignments = parts.map((part, i) => {
        const isArn = i % 2 === 1;
        return isArn ? part : maskAssignments(part.replace(variable, '$1 ***'));
    });
    const masked = insideText.reduce((all, { pattern, sign }) => (sign.test(all) ? all.replace(pattern, '***') : all), withoutAssignments.join(''));
    return maskRandom(unfinished_secret_maskUnfinished(masked.replace(mask_secrets_jsonWebToken, '$1***')));
}
;// CONCATENATED MODULE: ./lib/src/core/redaction/redact.js





/** Far more than any report shows of a text. */
const longestText = 16_384;
/** Takes whole texts only: a text that we cut can end in part of a secret, which no pattern finds. */
function redact(text, hidden) {
    const shown = withoutValues(bounded(text), hidden);
    const clean = (0,control_characters/* stripControlCharacters */.O)(shown);
    // A control character may have split a value.
    return maskSecrets(clean === shown ? shown : withoutValues(clean, hidden));
}
/** With the beginning of a value where AWS cut the text. */
function withoutValues(text, hidden) {
    return span_maskSpans(text, hiddenSpans(text, hidden));
}
/** Hides only the beginning of a secret where AWS cut the text. The rest is to be redacted before it is shown. */
function hideCutEnd(text, hidden) {
    const span = lastHiddenSpan(text, hidden);
    return maskUnfinished(span ? maskSpans(text, [span]) : text);
}
/** Drops the word at the cut, which may be the beginning of a secret. */
function bounded(text) {
    if (text.length <= longestText)
        return text;
    const cut = text.slice(0, longestText);
    return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestText / 2))}…`;
}

/***/ }),

/***/ 640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ stripControlCharacters)
/* harmony export */ });
/**
 * Untrusted text must not reorder the sentence that quotes it. Tabs and line ends stay.
 * https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
function stripControlCharacters(text) {
    return text.replace(/[^\P{Cc}\t\r\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');
}

/***/ })

};
