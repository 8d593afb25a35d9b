from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("links", "0006_clicks_by_platform")]

    operations = [
        migrations.RemoveField(model_name="spoolfile", name="sent"),
        migrations.AlterField(
            model_name="spoolfile",
            name="state",
            field=models.CharField(
                choices=[("growing", "Growing"), ("loaded", "Loaded")], default="growing", max_length=8
            ),
        ),
    ]
