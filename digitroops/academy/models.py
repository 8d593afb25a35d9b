import secrets

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from digitroops.programme.models import Member, Programme


def request_key() -> str:
    """A key that makes one request count once, however often it is sent."""
    return secrets.token_hex(16)


class Course(models.Model):
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="courses")
    title = models.CharField(_("title"), max_length=160)
    summary = models.TextField(_("summary"), blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=15)
    gate = models.BooleanField(_("needed before becoming active"), default=False)
    pass_mark = models.PositiveSmallIntegerField(_("pass mark, percent"), default=80)
    published = models.DateTimeField(null=True, blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.title


class Lesson(models.Model):
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="lessons")
    title = models.CharField(_("title"), max_length=160)
    body = models.TextField(_("text"))
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.title


class QuizQuestion(models.Model):
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="questions")
    text = models.TextField(_("question"))
    explanation = models.TextField(_("explanation"), blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.text[:60]


class QuizOption(models.Model):
    question = models.ForeignKey(QuizQuestion, on_delete=models.CASCADE, related_name="options")
    text = models.CharField(_("answer"), max_length=300)
    correct = models.BooleanField(_("correct"), default=False)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.text[:60]


class Enrolment(models.Model):
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="enrolments")
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="enrolments")
    lessons_read = models.ManyToManyField(Lesson, related_name="+")
    started = models.DateTimeField(default=timezone.now)
    passed = models.DateTimeField(null=True, blank=True)
    certificate = models.CharField(max_length=24, unique=True, null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "course"], name="enrolled_once")]

    def __str__(self) -> str:
        return f"{self.member}: {self.course}"


class Attempt(models.Model):
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="attempts")
    answers = models.JSONField(default=dict)
    score = models.PositiveSmallIntegerField(_("score, percent"))
    passed = models.BooleanField(default=False)
    at = models.DateTimeField(default=timezone.now)
    key = models.CharField(max_length=32, default=request_key)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["enrolment", "key"], name="attempt_sent_once")]

    def __str__(self) -> str:
        return f"{self.enrolment}: {self.score}"
