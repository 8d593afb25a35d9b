"""The second opinion, asked of a real server on a real socket."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from digitroops.engines.footprint.second import Endpoint, NoOpinion, SecondOpinion, redacted, second_opinion


def completion(content):
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()


GOOD = completion(json.dumps({"category": "abusive", "why": "“goblok” merendahkan."}))


class Model(BaseHTTPRequestHandler):
    def do_POST(self):
        server = self.server
        body = self.rfile.read(int(self.headers["Content-Length"]))
        server.seen.append((self.path, self.headers.get("Authorization"), json.loads(body)))
        self.send_response(server.status)
        for name, value in server.headers.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            for piece in server.answer:
                time.sleep(server.pause)
                self.wfile.write(piece)
        except OSError:
            return

    def log_message(self, *args):
        return


@pytest.fixture
def model():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Model)
    server.seen, server.answer, server.status, server.pause, server.headers = [], [GOOD], 200, 0, {}
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def endpoint(server, **changes):
    url = f"http://127.0.0.1:{server.server_port}/v1"
    return Endpoint(**{"url": url, "model": "lokal", "private": True, "seconds": 2.0, **changes})


def test_the_model_answers_with_category_and_reason(model):
    answer = second_opinion(endpoint(model, key="k"), "dasar goblok")
    assert answer == SecondOpinion("abusive", "“goblok” merendahkan.")
    path, key, asked = model.seen[0]
    assert (path, key, asked["model"]) == ("/v1/chat/completions", "Bearer k", "lokal")


def test_nothing_that_names_a_person_is_sent(model):
    text = "goblok kau Candra Wijaya @candrawj, 0812-3456-7890, c@x.id, Jl. Pasteur No 28, bilang Pak Hendro"
    second_opinion(endpoint(model), text, names=["Candra Wijaya", "Candra", "Wijaya"])
    sent = model.seen[0][2]["messages"][1]["content"]
    for secret in ("Candra", "candrawj", "Wijaya", "0812", "7890", "x.id", "Pasteur", "28", "Hendro"):
        assert secret not in sent
    assert "goblok" in sent


@pytest.mark.parametrize(
    "answer",
    [
        b"not json",
        completion("tentu! abusive"),
        completion('{"category": "toxic", "why": "x"}'),
        completion('{"category": "hate", "why": ""}'),
        completion('{"category": ["hate"], "why": "x"}'),
        completion('{"category": "hate", "why": "x", "score": 9}'),
        b'{"choices": []}',
    ],
)
def test_an_answer_of_another_form_is_none(model, answer):
    model.answer = [answer]
    assert second_opinion(endpoint(model), "halo") == NoOpinion("unclear")


def test_a_redirect_is_not_followed(model):
    model.status, model.headers = 302, {"Location": "http://169.254.169.254/"}
    assert second_opinion(endpoint(model), "halo") == NoOpinion("refused", "302")
    assert len(model.seen) == 1


def test_an_answer_without_end_is_cut_off(model):
    model.answer = [b"x" * 10_000] * 20
    assert second_opinion(endpoint(model), "halo").reason == "refused"


def test_an_answer_in_drops_ends_in_time(model):
    model.answer, model.pause = [b" "] * 100, 0.1
    began = time.monotonic()
    assert second_opinion(endpoint(model, seconds=0.5), "halo") == NoOpinion("late")
    assert time.monotonic() - began < 5


def test_a_private_address_needs_permission(model):
    assert second_opinion(endpoint(model, private=False), "halo") == NoOpinion("forbidden", "127.0.0.1")
    assert model.seen == []


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://169.254.169.254/v1", "forbidden"),
        ("http://[::ffff:169.254.169.254]/v1", "forbidden"),
        ("http://0.0.0.0/v1", "forbidden"),
        ("file:///etc/passwd", "address"),
        ("http://a:b@127.0.0.1/v1", "address"),
        ("http://127.0.0.1:99999/v1", "address"),
    ],
)
def test_addresses_that_are_never_called(url, reason):
    assert second_opinion(Endpoint(url, "m", private=True), "halo").reason == reason


def test_nobody_there_is_a_value(model):
    closed = endpoint(model, url="http://127.0.0.1:1/v1")
    assert second_opinion(closed, "halo").reason == "unreachable"


def test_ordinary_words_stay():
    assert redacted("vaksin dosis 2 tahun 90an, bu guru baik") == "vaksin dosis 2 tahun 90an, bu guru baik"


def test_a_code_fence_around_the_object_is_read_and_words_around_it_are_not(model):
    said = json.dumps({"category": "clear", "why": "Tidak ada."})
    model.answer = [completion(f"```json\n{said}\n```")]
    assert second_opinion(endpoint(model), "halo") == SecondOpinion("clear", "Tidak ada.")
    model.answer = [completion(f"Tentu:\n```json\n{said}\n```")]
    assert second_opinion(endpoint(model), "halo") == NoOpinion("unclear")
