from django.db import migrations
from django.db.models import OuterRef, Subquery


def name_accounts(apps, schema_editor):
    """From the post; where that is gone, the person's only account on the platform."""
    Finding = apps.get_model("screening", "Finding")
    Post = apps.get_model("presence", "Post")
    SocialAccount = apps.get_model("presence", "SocialAccount")
    posts = Post.objects.filter(pk=OuterRef("post"))
    Finding.objects.exclude(post=None).update(account=Subquery(posts.values("account")[:1]))
    for finding in Finding.objects.filter(account=None).select_related("audit__member"):
        theirs = SocialAccount.objects.filter(
            employee=finding.audit.member.employee_id, platform=finding.platform
        )
        only = theirs.values_list("pk", flat=True)[:2]
        if len(only) == 1:
            Finding.objects.filter(pk=finding.pk).update(account=only[0])


class Migration(migrations.Migration):
    dependencies = [("screening", "0008_findings_know_their_account")]

    operations = [migrations.RunPython(name_accounts, migrations.RunPython.noop)]
