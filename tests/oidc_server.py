"""A small OpenID Connect provider on this machine: it signs in whom the test names, without asking for anything."""

from __future__ import annotations

import base64
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey


class OidcServer:
    """Signs in the person whose claims stand in `person`; `with OidcServer() as provider`."""

    def __init__(self) -> None:
        self.person: dict[str, Any] = {}
        self.codes: dict[str, dict[str, Any]] = {}
        self.key = RSAKey.generate_key(2048, {"kid": "only"})
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                provider.get(self)

            def do_POST(self) -> None:
                provider.token(self)

            def log_message(self, *_: object) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._http.server_port}"

    def __enter__(self) -> OidcServer:
        threading.Thread(target=self._http.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()

    def get(self, request: BaseHTTPRequestHandler) -> None:
        asked = urlsplit(request.path)
        query = {key: values[0] for key, values in parse_qs(asked.query).items()}
        if asked.path == "/.well-known/openid-configuration":
            names = {"authorization": "authorize", "token": "token", "end_session": "out"}
            answer(
                request,
                {f"{name}_endpoint": f"{self.url}/{path}" for name, path in names.items()}
                | {
                    "issuer": self.url,
                    "jwks_uri": f"{self.url}/jwks",
                    "id_token_signing_alg_values_supported": ["RS256"],
                },
            )
        elif asked.path == "/jwks":
            answer(request, {"keys": [self.key.as_dict(private=False)]})
        elif asked.path == "/authorize":
            code = f"code{len(self.codes)}"
            self.codes[code] = self.person | {"nonce": query.get("nonce", "")}
            send(request, f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}")
        elif asked.path == "/out":
            send(request, query["post_logout_redirect_uri"])
        else:
            request.send_error(404)

    def token(self, request: BaseHTTPRequestHandler) -> None:
        body = request.rfile.read(int(request.headers["Content-Length"])).decode()
        given = {key: values[0] for key, values in parse_qs(body).items()}
        basic = request.headers.get("Authorization", "Basic ").removeprefix("Basic ")
        client = base64.b64decode(basic).decode().partition(":")[0] or given.get("client_id", "")
        moment = int(time.time())
        claims = self.codes.pop(given["code"]) | {"iss": self.url, "aud": client, "iat": moment, "exp": moment + 600}
        signed = jwt.encode({"alg": "RS256", "kid": "only"}, claims | {"sub": claims["email"]}, self.key)
        answer(request, {"access_token": "any", "token_type": "Bearer", "expires_in": 600, "id_token": signed})


def answer(request: BaseHTTPRequestHandler, content: dict[str, Any]) -> None:
    body = json.dumps(content).encode()
    request.send_response(200)
    request.send_header("Content-Type", "application/json")
    request.send_header("Content-Length", str(len(body)))
    request.end_headers()
    request.wfile.write(body)


def send(request: BaseHTTPRequestHandler, address: str) -> None:
    request.send_response(302)
    request.send_header("Location", address)
    request.end_headers()
