import json

import pytest
from django import forms
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.template import engines
from django.utils import translation
from django_cotton.compiler_regex import CottonCompiler

from digitroops.ui import toasts

pytestmark = pytest.mark.django_db  # every page shows the company's logo


def page_of(source, context, request):
    """Render a piece of template as a page would."""
    return engines["django"].from_string(CottonCompiler().process(source)).render(context, request).strip()


@pytest.fixture
def draw(rf):
    def render(source, path="/", **context):
        with translation.override("en"):
            return page_of(source, context, rf.get(path))

    return render


class Form(forms.Form):
    email = forms.EmailField(label="E-mail", help_text="At work")
    day = forms.DateField()
    note = forms.CharField(widget=forms.Textarea, required=False, max_length=100)
    agree = forms.BooleanField()
    tone = forms.ChoiceField(choices=[("a", "Warm"), ("b", "Plain")], widget=forms.RadioSelect)


def test_extra_attributes_are_escaped(draw):
    page = draw('<c-badge :title="evil">x</c-badge>', evil='"><script>')
    assert 'title="&quot;&gt;&lt;script&gt;"' in page


def test_components_do_not_see_the_pages_variables(draw):
    assert "trash" not in draw("<c-btn>Go</c-btn>", icon="trash", href="/away")


def test_button_is_no_submit_unless_asked(draw):
    assert 'type="button"' in draw("<c-btn>Go</c-btn>")


def test_button_with_a_busy_text_carries_it(draw):
    assert 'data-busy="Saving…"' in draw('<c-btn type="submit" busy="Saving…">Save</c-btn>')


def test_avatar_keeps_its_series_by_name(draw):
    one = draw('<c-avatar name="Ayu Prameswari" />')
    assert one == draw('<c-avatar name="Ayu Prameswari" />')
    assert ">AP<" in one


def test_avatar_takes_the_series_of_the_unit(draw):
    assert "series-2" in draw('<c-avatar name="Ayu" :unit_series="10" />')


def test_field_ties_error_and_help_to_the_control(draw):
    page = draw('<c-field :field="form.email" />', form=Form({"email": "x"}))
    assert 'aria-describedby="id_email_error id_email_help"' in page
    assert 'aria-invalid="true"' in page
    assert 'id="id_email_error"' in page
    assert 'id="id_email_help"' in page


def test_field_without_error_is_not_marked_wrong(draw):
    page = draw('<c-field :field="form.email" />', form=Form())
    assert "aria-invalid" not in page
    assert "field-wrong" not in page


def test_date_field_uses_the_browsers_picker_with_an_iso_value(draw):
    page = draw('<c-field :field="form.day" />', form=Form(initial={"day": "2026-11-18"}))
    assert 'type="date"' in page
    assert 'value="2026-11-18"' in page


def test_field_draws_radio_cards(draw):
    page = draw('<c-field :field="form.tone" as="cards" />', form=Form())
    assert page.count('<label class="choice"') == 2


def test_field_draws_a_switch(draw):
    assert "switch" in draw('<c-field :field="form.agree" as="switch" />', form=Form())


def test_form_brings_token_fields_and_summary(draw):
    page = draw('<c-form :form="form" submit="Save" />', form=Form({"email": "x"}))
    assert 'name="csrfmiddlewaretoken"' in page
    assert page.count('<div class="form-errors"') == 1
    assert '<a href="#id_email">E-mail</a>' in page
    assert "4 things need another look" in page


def test_pager_keeps_the_query(draw):
    page = Paginator(range(50), 10).get_page(2)
    drawn = draw('<c-pager :page_obj="page" />', path="/?q=boat&page=2", page=page)
    assert 'href="?q=boat&amp;page=3"' in drawn
    assert "11 to 20 of 50" in drawn


def test_pager_is_silent_on_one_page(draw):
    assert draw('<c-pager :page_obj="page" />', page=Paginator([1], 10).get_page(1)) == ""


def test_severity_fills_its_steps(draw):
    assert draw('<c-severity :level="3" />').count('class="on"') == 3


def test_progress_polls_only_while_told(draw):
    assert 'hx-get="/more"' in draw('<c-progress label="Reading" value="5" poll="/more" />')
    assert "hx-get" not in draw('<c-progress label="Reading" value="100" />')


def test_percent_attributes_have_points_in_indonesian(rf):
    with translation.override("id"):
        drawn = page_of('<c-progress value="1" max="3" />', {}, rf.get("/"))
    assert 'width="33.33%"' in drawn


def test_chart_has_its_numbers_as_a_table(draw):
    chart = {"labels": ["Mon"], "series": [{"label": "Reach", "values": [1200]}], "format": "number"}
    page = draw('<c-chart id="c" :data="chart" label="Reach" />', chart=chart)
    assert '<td class="num">1,200</td>' in page
    assert 'id="c-data" type="application/json"' in page


def test_chart_data_cannot_close_its_script(draw):
    chart = {"labels": ["</script><b>"], "series": [], "format": "number"}
    assert "</script><b>" not in draw('<c-chart id="c" :data="chart" label="x" />', chart=chart)


def test_faces_say_who_has_not_yet(draw):
    members = [{"name": "Ayu Prameswari", "done": False}, {"name": "Bagas Wicaksana", "done": True}]
    page = draw('<c-faces title="Team" :members="members" />', members=members)
    assert page.count("face-waiting") == 1
    assert "Ayu Prameswari, not yet" in page


def test_faces_say_how_many_are_not_drawn(draw):
    page = draw(
        '<c-faces title="Team" :members="members" :more="more" more_url="/all" />', members=[], more=2940
    )
    assert '<a class="face" href="/all">' in page
    assert "2,940 more members" in page
    assert "more member" not in draw('<c-faces title="Team" :members="members" :more="0" />', members=[])


def test_claim_being_checked_says_so(draw):
    assert "Being checked" in draw('<c-claim text="Frozen" />')


def test_toast_trigger_keeps_other_events():
    response = HttpResponse(headers={"HX-Trigger": '{"reload": true}'})
    toasts.trigger(response, "Sent", undo="/undo")
    assert json.loads(response["HX-Trigger"]) == {"reload": True, "toast": {"text": "Sent", "undo": "/undo"}}


def test_message_with_undo_becomes_a_toast_with_a_button(rf, draw):
    request = rf.get("/")
    request._messages = CookieStorage(request)
    toasts.say(request, "Sent", undo="/undo/3")
    page = draw(
        '{% for m in found %}<c-toast text="{{ m }}" undo="{{ m.extra_tags|undo }}" />{% endfor %}',
        found=request._messages,
    )
    assert 'data-undo="/undo/3"' in page


def test_nothing_chosen_in_a_select_is_a_dash(draw):
    form = type("Form", (forms.Form,), {"kind": forms.ChoiceField(choices=[("", "---------"), ("a", "A")])})()
    page = draw('<c-field :field="form.kind" />', form=form)
    assert ">–</option>" in page
    assert "----" not in page
