"""Judges the vectors of docs/spec/submitters.md by its text, with python3 and the package cryptography."""
import base64, hashlib, json, re, sys
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.serialization import load_der_public_key
from decimal import Decimal


class Refused(Exception):
    pass


class Unknown(Exception):
    pass


def require(holds, otherwise):
    if not holds:
        raise Refused(otherwise)


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def to64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def from64(text, most):
    require(re.fullmatch(r"[A-Za-z0-9_-]*", text), "not base64url")
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        raise Refused("not base64url")
    require(to64(data) == text and len(data) <= most, "not base64url in its one spelling, or too long")
    return data


# Section 2.
class Number:
    def __init__(self, text):
        require(len(text) <= 64, "a long number")
        stated = Decimal(text)
        value = float(text)
        require(value not in (float("inf"), float("-inf")), "too large")
        self.spelling = spelled(value)
        require(Decimal(self.spelling) == stated, "not held exactly: " + text)
        whole = stated == stated.to_integral_value() if abs(stated.adjusted()) < 400 else False
        require(not whole or abs(stated) <= 2**53, "a large whole number")


def spelled(value):
    if value == 0:
        return "0"
    sign, digits, exponent = Decimal(repr(abs(value))).normalize().as_tuple()
    text = "".join(map(str, digits))
    point = len(text) + exponent
    sign = "-" if value < 0 else ""
    if 0 < point <= 21:
        return sign + (text.ljust(point, "0") if len(text) <= point else text[:point] + "." + text[point:])
    if -6 < point <= 0:
        return sign + "0." + "0" * -point + text
    return sign + text[0] + ("." + text[1:] if len(text) > 1 else "") + "e" + ("-" if point < 1 else "+") + str(abs(point - 1))


def pairs(found):
    names = [name for name, _ in found]
    require(len(set(names)) == len(names), "a name twice")
    return dict(found)


def parse(data, depth=64):
    require(len(data) <= 1 << 20, "too long")
    try:
        text = data.decode("utf-8")
        require(not text.startswith("\ufeff"), "a byte order mark")
        value = json.loads(text, object_pairs_hook=pairs, parse_int=Number, parse_float=Number, parse_constant=refuse)
    except (UnicodeDecodeError, ValueError, RecursionError) as e:
        raise Refused(str(e))
    check(value, depth)
    return value


def refuse(word):
    raise Refused(word)


def check(value, depth):
    if isinstance(value, str):
        require(not re.search("[\ud800-\udfff]", value), "half a surrogate pair")
    elif isinstance(value, dict):
        require(depth > 0, "too deep")
        for name, each in value.items():
            check(name, depth)
            check(each, depth - 1)
    elif isinstance(value, list):
        require(depth > 0, "too deep")
        for each in value:
            check(each, depth - 1)


def canonical(value):
    if isinstance(value, dict):
        ordered = sorted(value.items(), key=lambda item: item[0].encode("utf-16-be"))
        return b"{" + b",".join(canonical(name) + b":" + canonical(each) for name, each in ordered) + b"}"
    if isinstance(value, list):
        return b"[" + b",".join(map(canonical, value)) + b"]"
    if isinstance(value, str):
        short = {8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r", 34: '\\"', 92: "\\\\"}
        return ('"' + "".join(short.get(ord(c)) or ("\\u%04x" % ord(c) if c < " " else c) for c in value) + '"').encode()
    if isinstance(value, Number):
        return value.spelling.encode()
    return {True: b"true", False: b"false", None: b"null"}[value]


# Section 3: the table, from the text of the specification.
def table(text):
    rows = {}
    for line in re.search(r"\| type \| set by the ledger \|\n\|---\|---\|\n(.*?)\n\n", text, re.S).group(1).split("\n"):
        types, members = [re.findall("`([^`]+)`", cell) for cell in line.split(" | ")]
        context = ""
        for one in types:
            context = one.split(".")[0] or context
            rows[context + "." + one.split(".")[1]] = members
    return rows


def filing(kind, version, payload):
    require(isinstance(payload, dict) and isinstance(kind, str) and isinstance(version, str), "no filing")
    content = json_copy(payload)
    for path in TABLE.get(kind, []):
        where, *inner = path.split(".")
        if inner and isinstance(content.get(where), dict):
            content[where].pop(inner[0], None)
        elif not inner:
            content.pop(where, None)
    require(re.fullmatch("[A-Z]{3}", str(content.get("memberState"))), "no State")
    return content["memberState"], sha256(canonical({"content": content, "type": kind, "typeVersion": version}))


def json_copy(value):
    return {name: json_copy(each) for name, each in value.items()} if isinstance(value, dict) else value


# Section 4.
P256 = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004")
ED25519 = bytes.fromhex("302a300506032b6570032100")
P, D = 2**255 - 19, -121665 * pow(121666, 2**255 - 21, 2**255 - 19)
L = 2**252 + 27742317777372353535851937790883648493


def add(p, q):
    k = D * p[0] * q[0] * p[1] * q[1]
    return ((p[0] * q[1] + q[0] * p[1]) * pow(1 + k, P - 2, P) % P, (p[1] * q[1] + p[0] * q[0]) * pow(1 - k, P - 2, P) % P)


def edwards(point):
    y = int.from_bytes(point, "little") & (2**255 - 1)
    require(y < P, "no height")
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if (x * x - square) % P == 0 else x * pow(2, (P - 1) // 4, P) % P
    require((x * x - square) % P == 0, "no point")
    eight = (x, y)
    for _ in range(3):
        eight = add(eight, eight)
    require(eight != (0, 1), "a point of small order")


class Key:
    def __init__(self, text):
        self.spki = from64(text, 128)
        self.id = sha256(self.spki).hex()
        require(self.spki[:27] == P256 and len(self.spki) == 91 or self.spki[:12] == ED25519 and len(self.spki) == 44, "another key")
        self.alg = "ES256" if len(self.spki) == 91 else "EdDSA"
        if self.alg == "EdDSA":
            edwards(self.spki[12:])
        try:
            self.key = load_der_public_key(self.spki)
        except ValueError:
            raise Refused("no point")

    def verify(self, message, signature):
        require(len(signature) == 64, "another length")
        try:
            if self.alg == "EdDSA":
                require(int.from_bytes(signature[32:], "little") < L, "above the order")
                self.key.verify(signature, message)
            else:
                r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
                self.key.verify(encode_dss_signature(r, s), message, ec.ECDSA(hashes.SHA256()))
        except InvalidSignature:
            raise Refused("not the key's signature")


# Sections 5 to 8.
def challenge(origin, filings, state, role, nonce):
    require(1 <= len(filings) <= 20 and len(set(filings)) == len(filings), "filings")
    require(re.fullmatch("[a-z]{1,16}(-[a-z]{1,16})?", role) and len(nonce) == 32, "role or nonce")
    digest = filings[0] if len(filings) == 1 else sha256(b"stele-filings@v1\n", *filings)
    return sha256(b"stele-filing@v1\n", origin.encode(), b"\n", digest, state.encode(), bytes([len(role)]), role.encode(), nonce)


def jws(key, text, signed):
    header = to64(('{"alg":"%s","kid":"%s","typ":"stele-filing+jws"}' % (key.alg, key.id)).encode())
    require(text.startswith(header + ".."), "another header")
    key.verify((header + "." + to64(signed)).encode(), from64(text[len(header) + 2 :], 64))


def assertion(key, party, given, signed):
    client = parse(given["client"], 65)
    require(isinstance(client, dict) and client.get("type") == "webauthn.get" and client.get("challenge") == to64(signed), "client")
    require(client.get("origin") in party["origins"] and client.get("crossOrigin", False) is False and "topOrigin" not in client, "page")
    data = given["authenticator"]
    require(len(data) == 37 and data[:32] == sha256(party["rpId"].encode()), "party")
    require(data[32] & 0xE2 == 0 and data[32] & 5 == 5 and (data[32] & 0x10 == 0 or data[32] & 8), "flags")
    signature = given["signature"]
    if key.alg == "ES256":
        try:
            r, s = decode_dss_signature(signature)
            require(encode_dss_signature(r, s) == signature, "another DER")
            signature = r.to_bytes(32, "big") + s.to_bytes(32, "big")
        except (ValueError, OverflowError):
            raise Refused("no DER")
    key.verify(data + sha256(given["client"]), signature)


def signature(metadata):
    own = {name: value for name, value in metadata.items() if name.startswith("signature")}
    if not own:
        return None
    passkey = own.get("signatureForm") == "passkey@v1"
    require(passkey or own.get("signatureForm") == "jws@v1", "another form")
    wanted = {"signature", "signatureForm", "signatureKey", "signatureRole", "signatureNonce"}
    wanted |= {"signatureClientData", "signatureAuthenticatorData"} if passkey else set()
    require(own.keys() - {"signatureFilings"} == wanted and all(isinstance(value, str) for value in own.values()), "entries")
    found = {"key": own["signatureKey"], "role": own["signatureRole"], "nonce": from64(own["signatureNonce"], 32), "filings": []}
    require(re.fullmatch("[0-9a-f]{64}", found["key"]) and len(found["nonce"]) == 32, "key or nonce")
    if "signatureFilings" in own:
        require(re.fullmatch("[0-9a-f]{64}( [0-9a-f]{64})+", own["signatureFilings"]), "filings")
        found["filings"] = [bytes.fromhex(one) for one in own["signatureFilings"].split(" ")]
    if passkey:
        found["assertion"] = {
            "client": from64(own["signatureClientData"], 4096),
            "authenticator": from64(own["signatureAuthenticatorData"], 4096),
            "signature": from64(own["signature"], 72),
        }
    else:
        require(len(own["signature"]) <= 512, "a long JWS")
        found["jws"] = own["signature"]
    return found


# Sections 9 and 10.
class Ledger:
    def __init__(self, origin, roots):
        self.origin, self.roots = origin, roots
        self.enrolled, self.revoked, self.used, self.sets, self.hidden = {}, set(), set(), {}, set()
        self.keys, self.signatures = "", ""

    def event(self, position, state, body):
        try:
            members = parse(body, 65)
            metadata = members["metadata"]
            kind = members["type"]
        except (Refused, KeyError, TypeError):
            return "FAILED" if b'"signatureForm":' in body else "NONE"
        try:
            signed = signature(metadata)
            if signed is None:
                keys = kind in ("access.SigningKeyEnrolled", "access.SigningKeyRevoked")
                return "FAILED" if keys else "UNSIGNED" if metadata.get("actorState") == state else "NONE"
            payload = members["payload"]
            owner, digest = filing(kind, members["typeVersion"], payload)
            self.line(position, state, kind, payload, signed, digest)
            return self.checked(state, kind, payload, metadata, signed, owner, digest)
        except Unknown:
            return "NOT_CHECKED"
        except (Refused, KeyError):
            return "FAILED"

    def line(self, position, state, kind, payload, signed, digest):
        try:
            over = challenge(self.origin, signed["filings"] or [digest], state, signed["role"], signed["nonce"]).hex()
        except Refused:
            return
        if kind in ("access.SigningKeyEnrolled", "access.SigningKeyRevoked"):
            if not re.fullmatch("[0-9a-f]{64}", str(payload.get("key"))):
                return
            self.keys += "%s %s %s %s by %s\n" % (position, state, "enrolled" if kind.endswith("Enrolled") else "revoked", payload["key"], signed["key"])
        self.signatures += " ".join([str(position), state, signed["role"], signed["key"], digest.hex(), over]) + "\n"

    def checked(self, state, kind, payload, metadata, signed, owner, digest):
        require(owner == state, "another State")
        role = "root" if kind.startswith("access.") else metadata.get("actorRole") if "actorState" in metadata else "signatory"
        require(signed["role"] == role, "another role")
        if state not in self.roots:
            raise Unknown()
        if kind.startswith("access."):
            root = Key(payload["rootKey"])
            require(root.id == signed["key"] and root.id in self.roots[state], "another root")
            self.signed(state, signed, digest, root, None)
            if kind == "access.SigningKeyRevoked":
                self.revoked.add((state, payload["key"]))
                return "REVOKED"
            return self.enrol(state, payload) if kind == "access.SigningKeyEnrolled" else "SIGNED"
        require((state, signed["key"]) not in self.revoked, "revoked")
        if (state, signed["key"], role) not in self.enrolled:
            if state in self.hidden:
                raise Unknown()
            raise Refused("not enrolled")
        self.signed(state, signed, digest, *self.enrolled[state, signed["key"], role])
        return "SIGNED"

    def enrol(self, state, payload):
        key = Key(payload["publicKey"])
        role = payload["role"].lower().replace("_", "-")
        require(key.id == payload["key"] and (state, key.id) not in self.revoked, "another key, or revoked")
        require((state, key.id, role) not in self.enrolled, "enrolled twice")
        require(payload["form"] == "PASSKEY" or payload["form"] == "JWS" and "rpId" not in payload and "origins" not in payload, "form")
        self.enrolled[state, key.id, role] = (key, payload if payload["form"] == "PASSKEY" else None)
        return "ENROLLED"

    def signed(self, state, signed, digest, key, party):
        require(not signed["filings"] or digest in signed["filings"], "another filing")
        over = challenge(self.origin, signed["filings"] or [digest], state, signed["role"], signed["nonce"])
        require((party is None) == ("jws" in signed), "another form")
        if party is None:
            jws(key, signed["jws"], over)
        else:
            assertion(key, party, signed["assertion"], over)
        once = (state, key.id, signed["nonce"])
        require((once, digest) not in self.used, "a repetition")
        require(once not in self.sets or self.sets[once] and self.sets[once] == signed["filings"], "a nonce again")
        self.used.add((once, digest))
        self.sets[once] = signed["filings"]


def main(vectors, specification):
    global TABLE
    TABLE = table(open(specification, encoding="utf-8").read())
    all = json.load(open(vectors, encoding="utf-8"))
    assert TABLE == all["setByTheLedger"], "the table of section 3"
    checks = 1
    for one in all["texts"]:
        try:
            found = base64.b64encode(canonical(parse(base64.b64decode(one["text"])))).decode()
        except Refused:
            found = None
        assert found == one["canonical"], one
        checks += 1
    for one in all["keys"]:
        key = Key(one["publicKey"])
        assert key.id == one["id"] and key.alg == one["algorithm"], one
        jws(key, one["jws"], bytes.fromhex(one["challenge"]))
        checks += 1
    for one in all["refusedKeys"]:
        try:
            Key(one)
            raise AssertionError(one)
        except Refused:
            checks += 1
    for one in all["challenges"]:
        found = challenge(one["origin"], [bytes.fromhex(digest) for digest in one["filings"]], one["memberState"], one["role"], from64(one["nonce"], 32))
        assert found.hex() == one["challenge"], one
        checks += 1
    roots = {}
    for one in all["roots"]:
        state, fingerprint = one.split("=")
        roots.setdefault(state, set()).add(fingerprint)
    for history in all["histories"]:
        ledger = Ledger(all["origin"], roots)
        for event in history["events"]:
            if event["body"] is None:
                ledger.hidden.add(event["state"])
                continue
            found = ledger.event(event["position"], event["state"], base64.b64decode(event["body"]))
            assert found == event["finding"], (history["name"], event["position"], found, event["finding"])
            checks += 1
        assert (ledger.keys, ledger.signatures) == (history["keys"], history["signatures"]), history["name"]
    print(checks, "answers alike")


main(sys.argv[1], sys.argv[2])
