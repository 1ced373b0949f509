"""Create a participant on a stand-in for the API, then see a request refused.

Run by `make demo`. Nothing leaves this machine.
"""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from twilio_participants import BasicAuth, Client, InvalidRequest


class StandIn(BaseHTTPRequestHandler):
    """Answers as the documentation says, and prints what it was sent."""

    def do_POST(self) -> None:
        """Print the request and answer 201."""
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        print(f"--- the request, as sent\n{self.requestline}")
        for name in ("Authorization", "Content-Type"):
            print(f"{name}: {self.headers[name].replace(TOKEN_SENT, '***')}")
        print("\n" + body.replace("&", "\n  &"))
        answer = json.dumps(
            {
                "call_sid": "CA" + "1" * 32,
                "date_created": "Fri, 18 Nov 2022 10:15:00 +0000",
                "label": "customer",
                "status": "queued",
            }
        ).encode()
        self.send_response(201)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its name
        """Log nothing."""


ACCOUNT = "AC" + "0" * 32
AUTH = BasicAuth(ACCOUNT, "the-auth-token")
TOKEN_SENT = AUTH.headers()["Authorization"].removeprefix("Basic ")


def main() -> None:
    """Show a call that works and one that is refused."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), StandIn)
    Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}"
    with Client(auth=AUTH, account_sid=ACCOUNT, base_url=url) as client:
        participant = client.participants.create(
            conference_sid="CF" + "2" * 32,
            from_="+15017122661",
            to="+15558675310",
            label="customer",
            early_media=True,
            status_callback="https://example.com/events",
            status_callback_event=["ringing", "answered"],
        )
        print(f"\n--- the participant, as received\n{participant}")
        print("\n--- a request that breaks the documentation's rules")
        try:
            client.participants.create(
                conference_sid="CF" + "2" * 32,
                from_="alice",
                to="+15558675310",
                max_participants=300,
                coaching=True,
            )
        except InvalidRequest as error:
            print(error)
    server.shutdown()
    server.server_close()


if __name__ == "__main__":
    main()
