import pytest

from drafter.errors import InputError
from drafter.settings import Settings


def test_without_any_variable_work_stays_on_this_machine():
    settings = Settings.from_env({})
    assert not settings.has_model
    assert settings.database_url.startswith("sqlite:///")
    assert settings.max_bytes == 20 * 1024 * 1024


def test_a_model_needs_a_name_and_a_key_or_an_address():
    assert not Settings.from_env({"OPENAI_API_KEY": "k"}).has_model
    assert Settings.from_env({"OPENAI_API_KEY": "k", "DRAFTER_MODEL": "m"}).has_model
    assert Settings.from_env({"OPENAI_BASE_URL": "http://127.0.0.1:1/v1", "DRAFTER_MODEL": "m"}).has_model


def test_offline_wins_over_any_model():
    given = {"OPENAI_API_KEY": "k", "DRAFTER_MODEL": "m", "DRAFTER_OFFLINE": "1"}
    assert not Settings.from_env(given).has_model


def test_a_key_is_never_shown():
    assert "sk-secret" not in repr(Settings.from_env({"OPENAI_API_KEY": "sk-secret"}))


def test_the_largest_document_can_be_set():
    assert Settings.from_env({"DRAFTER_MAX_MB": "5"}).max_bytes == 5 * 1024 * 1024


@pytest.mark.parametrize("given", ["0", "-3", "viel", "99999"])
def test_a_limit_that_is_no_number_of_megabytes_is_named(given: str):
    with pytest.raises(InputError, match="DRAFTER_MAX_MB"):
        Settings.from_env({"DRAFTER_MAX_MB": given})


def test_how_long_a_model_may_be_silent_can_be_set():
    assert Settings.from_env({}).model_silence == 60
    assert Settings.from_env({"DRAFTER_MODEL_SILENCE": "120"}).model_silence == 120
    with pytest.raises(InputError, match=r"DRAFTER_MODEL_SILENCE.*秒"):
        Settings.from_env({"DRAFTER_MODEL_SILENCE": "0.5"})
