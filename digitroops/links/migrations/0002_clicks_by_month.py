"""Clicks in one partition a month on PostgreSQL, with more of each arrival; hourly roll-ups; what spools need.

The old clicks are copied aside, the table is made anew and they come back, with their ids below zero (above zero are the
ids of clicks from spools).
"""

import datetime as dt

import digitroops.links.models
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models
from django.db.models import Count, Q
from django.db.models.functions import TruncHour

OLD = ["at", "date", "verdict", "reason", "visitor", "referrer", "agent", "device", "link_id"]
NEW = ["purpose", '"fetch"', "via", "network", "browser", "system", "app", "language", "languages", "country", "city"]
MACHINES = Q(verdict__in=["preview", "bot", "prefetch", "empty", "head"])


def put_aside(apps, schema_editor):
    schema_editor.execute("CREATE TABLE links_click_old AS SELECT * FROM links_click")


class CreateByMonth(migrations.CreateModel):
    """CreateModel whose table PostgreSQL keeps in partitions by `date`."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        if schema_editor.connection.vendor != "postgresql":
            super().database_forwards(app_label, schema_editor, from_state, to_state)
            return
        model = to_state.apps.get_model(app_label, self.name)
        sql, parameters = schema_editor.table_sql(model)
        plain = '"id" bigint NOT NULL'
        assert f"{plain} PRIMARY KEY" in sql
        sql = sql.replace(f"{plain} PRIMARY KEY", plain)
        schema_editor.execute(f'{sql[:-1]}, PRIMARY KEY ("id", "date")) PARTITION BY RANGE ("date")', parameters or None)
        schema_editor.deferred_sql.extend(schema_editor._model_indexes_sql(model))
        schema_editor.execute("CREATE TABLE links_click_rest PARTITION OF links_click DEFAULT")


def bring_back(apps, schema_editor):
    database = schema_editor.connection
    with database.cursor() as cursor:
        cursor.execute("SELECT min(date), max(date) FROM links_click_old")
        first, last = cursor.fetchone()
        if first and database.vendor == "postgresql":
            month = first.replace(day=1)
            while month <= last:
                following = (month.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
                cursor.execute(
                    f"CREATE TABLE links_click_{month:%Y_%m} PARTITION OF links_click "
                    f"FOR VALUES FROM ('{month}') TO ('{following}')"
                )
                month = following
        names = ", ".join(["id", "method", *OLD, *NEW])
        empty = ", ".join("''" for _name in NEW)
        cursor.execute(
            f"INSERT INTO links_click ({names}) SELECT -id, CASE WHEN verdict = 'head' THEN 'HEAD' ELSE 'GET' END, "
            f"{', '.join(OLD)}, {empty} FROM links_click_old"
        )
        cursor.execute(
            "INSERT INTO links_visitor (date, link_id, hash) SELECT date, link_id, visitor FROM links_click_old "
            "WHERE verdict = 'person' AND visitor <> ''"
        )
        cursor.execute("DROP TABLE links_click_old")
    _add_hours(apps)


def _add_hours(apps):
    click, click_hour = apps.get_model("links", "Click"), apps.get_model("links", "ClickHour")
    rows = (
        click.objects.order_by()
        .values("link_id", hour=TruncHour("at", tzinfo=dt.UTC))
        .annotate(
            people=Count("pk", filter=Q(verdict="person")),
            repeats=Count("pk", filter=Q(verdict="repeat")),
            machines=Count("pk", filter=MACHINES),
            own=Count("pk", filter=Q(verdict="own")),
        )
    )
    click_hour.objects.bulk_create((click_hour(**row) for row in rows.iterator()), batch_size=500)


class Migration(migrations.Migration):

    dependencies = [
        ('links', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='ClickHour',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('hour', models.DateTimeField(db_index=True)),
                ('people', models.PositiveIntegerField(default=0)),
                ('repeats', models.PositiveIntegerField(default=0)),
                ('machines', models.PositiveIntegerField(default=0)),
                ('own', models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='LinkChange',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=24)),
                ('at', models.FloatField(db_index=True, help_text='Seconds since 1970.')),
            ],
        ),
        migrations.CreateModel(
            name='SpoolFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.CharField(help_text='Made by the process that writes the file.', max_length=16, unique=True)),
                ('node', models.CharField(blank=True, max_length=120)),
                ('opened', models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                ('place', models.BigIntegerField(default=0, help_text='Bytes loaded.')),
                ('sent', models.BigIntegerField(default=0, help_text='Bytes promised to an outside store of events.')),
                ('clicks', models.PositiveIntegerField(default=0)),
                ('damaged', models.PositiveIntegerField(default=0, help_text='Bytes that hold no click.')),
                ('state', models.CharField(choices=[('growing', 'Growing'), ('loaded', 'Loaded'), ('aside', 'Put aside')], default='growing', max_length=8)),
                ('changed', models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
        migrations.CreateModel(
            name='Visitor',
            fields=[
                ('pk', models.CompositePrimaryKey('date', 'link_id', 'hash', blank=True, editable=False, primary_key=True, serialize=False)),
                ('date', models.DateField()),
                ('link_id', models.BigIntegerField()),
                ('hash', models.CharField(max_length=32)),
            ],
        ),
        migrations.RunPython(put_aside, elidable=False),
        migrations.DeleteModel(name='Click'),
        CreateByMonth(
            name='Click',
            fields=[
                ('id', digitroops.links.models.EventKey(default=digitroops.links.models.loose_key, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                ('date', models.DateField(help_text="The day in the company's time zone.")),
                ('verdict', models.CharField(choices=[('person', 'Person'), ('repeat', 'Same visitor again'), ('preview', 'Link preview'), ('bot', 'Crawler or monitor'), ('prefetch', 'Prefetch'), ('own', "The sharer's own test"), ('empty', 'No user agent'), ('head', 'HEAD request')], max_length=12)),
                ('reason', models.CharField(blank=True, max_length=60)),
                ('method', models.CharField(blank=True, default='GET', max_length=8)),
                ('agent', models.CharField(blank=True, max_length=300)),
                ('referrer', models.CharField(blank=True, help_text='The host only.', max_length=200)),
                ('languages', models.CharField(blank=True, help_text='Accept-Language as it came.', max_length=60)),
                ('purpose', models.CharField(blank=True, help_text='Prefetch and prerender headers.', max_length=60)),
                ('fetch', models.CharField(blank=True, help_text='Sec-Fetch-Mode, -Dest, -User.', max_length=60)),
                ('via', models.CharField(blank=True, help_text='qr when the code of the picture was scanned.', max_length=8)),
                ('visitor', models.CharField(blank=True, help_text='Keyed hash; the key lives two days.', max_length=32)),
                ('network', models.CharField(blank=True, help_text="Keyed hash of the visitor's network.", max_length=16)),
                ('device', models.CharField(blank=True, max_length=12)),
                ('browser', models.CharField(blank=True, max_length=30)),
                ('system', models.CharField(blank=True, max_length=30)),
                ('app', models.CharField(blank=True, help_text='The app whose browser was used.', max_length=30)),
                ('language', models.CharField(blank=True, max_length=12)),
                ('country', models.CharField(blank=True, max_length=2)),
                ('city', models.CharField(blank=True, max_length=80)),
                ('link', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='clicks', to='links.link')),
            ],
            options={
                'indexes': [models.Index(fields=['link', 'at'], name='clicks_of_link')],
            },
        ),
        migrations.AddField(
            model_name='clickhour',
            name='link',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='hours', to='links.link'),
        ),
        migrations.AddConstraint(
            model_name='clickhour',
            constraint=models.UniqueConstraint(fields=('link', 'hour'), name='one_row_per_link_and_hour'),
        ),
        migrations.RunPython(bring_back, elidable=False),
    ]
