from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from digitroops.academy.models import Course, QuizQuestion

OPTIONS = 4


class CourseForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=160)
    summary = forms.CharField(label=_("Summary"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=600, initial=15)
    pass_mark = forms.IntegerField(label=_("Pass mark, percent"), min_value=1, max_value=100, initial=80)
    gate = forms.BooleanField(
        label=_("Needed before becoming active"),
        required=False,
        help_text=_("Members in onboarding start only after passing it."),
    )


class EditCourseForm(CourseForm):
    version = forms.IntegerField(widget=forms.HiddenInput)


class LessonForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=160)
    body = forms.CharField(
        label=_("Text"),
        widget=forms.Textarea(attrs={"rows": 20}),
        help_text=_("Plain text. An empty line begins a new paragraph."),
    )


class QuestionForm(forms.Form):
    """A question with two to four answers, exactly one of them right."""

    text = forms.CharField(label=_("Question"), widget=forms.Textarea(attrs={"rows": 3}))
    explanation = forms.CharField(
        label=_("Explanation"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Shown after the answer, right or wrong."),
    )
    correct = forms.TypedChoiceField(
        label=_("Right answer"),
        coerce=int,
        choices=[(number, str(number)) for number in range(1, OPTIONS + 1)],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, OPTIONS + 1):
            self.fields[f"option_{number}"] = forms.CharField(
                label=gettext("Answer %(number)s") % {"number": number},
                max_length=300,
                required=number <= 2,
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        correct = data.get("correct")
        if correct and not data.get(f"option_{correct}"):
            self.add_error("correct", gettext("This answer is empty. Write it, or choose another one."))
        return data

    def options(self) -> list[tuple[str, bool]]:
        """The answers that were written, each with whether it is right."""
        found = []
        for number in range(1, OPTIONS + 1):
            if text := self.cleaned_data.get(f"option_{number}"):
                found.append((text, number == self.cleaned_data["correct"]))
        return found

    def option_fields(self) -> list[forms.BoundField]:
        return [self[f"option_{number}"] for number in range(1, OPTIONS + 1)]


def question_initial(question: QuizQuestion) -> dict[str, Any]:
    """A stored question as the form's first values."""
    initial: dict[str, Any] = {"text": question.text, "explanation": question.explanation}
    for number, option in enumerate(question.options.all()[:OPTIONS], start=1):
        initial[f"option_{number}"] = option.text
        if option.correct:
            initial["correct"] = number
    return initial


class QuizForm(forms.Form):
    """One choice for each question of a course."""

    key = forms.CharField(max_length=32, widget=forms.HiddenInput)

    def __init__(self, course: Course, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = list(course.questions.prefetch_related("options"))
        for question in self.questions:
            self.fields[f"question_{question.pk}"] = forms.TypedChoiceField(
                label=question.text,
                coerce=int,
                choices=[(option.pk, option.text) for option in question.options.all()],
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose an answer.")},
            )

    def answers(self) -> dict[int, int]:
        return {question.pk: self.cleaned_data[f"question_{question.pk}"] for question in self.questions}


class AcceptForm(forms.Form):
    name = forms.CharField(
        label=_("Your full name"),
        max_length=120,
        help_text=_("Typing your name stands for your signature. Name, time and version are kept."),
    )

    def __init__(self, expected: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.expected = expected

    def clean_name(self) -> str:
        name: str = " ".join(self.cleaned_data["name"].split())
        if name.casefold() != " ".join(self.expected.split()).casefold():
            raise forms.ValidationError(
                gettext("Write your name as it stands in the HR list: %(name)s.") % {"name": self.expected}
            )
        return name
